"""Where a learner answers on screen: a field, options, a list to put in order; and what a verdict looks like."""
