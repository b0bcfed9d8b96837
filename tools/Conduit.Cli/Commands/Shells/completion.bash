# Completion of conduit for bash. Load it with: source <(conduit completion bash)
_conduit() {
    local line="${COMP_LINE#* }"
    local point=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
    local reply
    COMPREPLY=()
    while IFS= read -r reply; do
        COMPREPLY+=("$reply")
    done < <("${COMP_WORDS[0]}" "[suggest:$point]" "$line" 2>/dev/null)
}

complete -o default -F _conduit conduit
