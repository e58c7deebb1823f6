"""A brief as pages: one module per format."""

FORMATS = {".md": "markdown:write_markdown", ".html": "html:write_html"}
