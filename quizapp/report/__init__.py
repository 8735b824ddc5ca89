"""The report: a learner's progress as one page of HTML that needs nothing else. Pure: figures in, text out."""
