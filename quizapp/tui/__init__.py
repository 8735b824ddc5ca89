"""The screens: home, study, waiting, summary and the manual, drawn with Textual."""
