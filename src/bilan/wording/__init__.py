"""The only door through which words, numbers and dates reach a page, a chart or a mail."""
