# Names and statements of this partnership; numerals written here are declared constants. An event is named by
# event-<id>, a project by project-<id>, a place by place-<name>. So far there is none of them.
