# Completion of conduit for bash. Load it with: source <(conduit completion bash)
_conduit() {
    local line="${COMP_LINE#* }"
    local point=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
    local IFS=$'\n'
    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$point]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
}

complete -o default -F _conduit conduit
