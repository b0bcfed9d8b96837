#compdef conduit
# Completion of conduit for zsh. Load it with: source <(conduit completion zsh)
_conduit() {
    local line="${(j: :)words[2,-1]}"
    local before="${(j: :)words[2,CURRENT]}"
    local -a replies
    replies=(${(f)"$("${words[1]}" "[suggest:${#before}]" "$line" 2>/dev/null)"})

    if (( ${#replies} )); then
        compadd -a replies
    else
        _files
    fi
}

compdef _conduit conduit
