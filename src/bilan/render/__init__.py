"""How does a briefing become pages? Template to HTML, HTML to a tagged PDF, in a bounded child process."""
