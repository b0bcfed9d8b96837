# Completion of conduit for fish. Load it with: conduit completion fish | source
function __conduit_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l line (string join ' ' -- $words[2..-1])
    set -l replies ($words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)

    if set -q replies[1]
        printf '%s\n' $replies
    else
        __fish_complete_path (commandline -ct)
    end
end

complete -c conduit -f -a '(__conduit_complete)'
