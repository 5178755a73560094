import type { ErrorCode } from 'yaml';

/** What each finding of the YAML parser means. Its own messages are not used: they may quote the file. */
export const syntaxProblems: Record<ErrorCode, string> = {
  ALIAS_PROPS: 'an alias can have neither an anchor nor a tag',
  BAD_ALIAS: 'this is no valid name of an alias or anchor; put quotes around a text that begins with * or &',
  BAD_COLLECTION_TYPE: 'the tag does not fit the value; remove it',
  BAD_DIRECTIVE: 'this directive is not known; remove it',
  BAD_DQ_ESCAPE: 'this escape is not known; write \\\\ for a backslash, or use single quotes',
  BAD_INDENT: 'the indentation does not fit what surrounds it, or a bracket is not closed',
  BAD_PROP_ORDER: 'anchor and tag must stand before the value',
  BAD_SCALAR_START: 'a text cannot begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'there are two ": " in one line, or a line is indented too far; put quotes around a text with a colon',
  BLOCK_IN_FLOW: 'an indented list or map cannot stand inside [ ] or { }',
  DUPLICATE_KEY: 'this key stands twice in the same map; remove one',
  IMPOSSIBLE: 'this cannot be read',
  KEY_OVER_1024_CHARS: 'a key may have at most 1,024 characters; is a quote or a colon missing?',
  MISSING_CHAR: 'a quote, bracket, comma, colon or space is missing before here',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line; is a quote or a colon missing?',
  MULTIPLE_ANCHORS: 'a value can have one anchor',
  MULTIPLE_DOCS: 'a second document begins here; a file holds one router',
  MULTIPLE_TAGS: 'a value can have one tag',
  NON_STRING_KEY: 'a key must be a text',
  RESOURCE_EXHAUSTION: 'lists and maps are nested too deeply',
  TAB_AS_INDENT: 'tabs cannot indent; use spaces',
  TAG_RESOLVE_FAILED: 'tags are refused, since loading a file runs nothing; remove it',
  UNEXPECTED_TOKEN: 'this was not expected here; is a quote, comma or line break missing?',
};
