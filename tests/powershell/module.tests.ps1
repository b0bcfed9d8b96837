. "$PSScriptRoot/Suite.ps1"

Test 'the module states what it needs' {
    $module = Get-Module Conduit
    Assert-Equal '7.6' $module.PowerShellVersion
    Assert-Equal 'Core' $module.CompatiblePSEditions
    Assert-True ($module.PrivateData.PSData.ReleaseNotes.Length -gt 0) 'it has release notes'
}

Test 'no assembly of the engine comes with it' {
    $own = Get-ChildItem $env:CONDUIT_MODULE -Recurse -Filter 'System.Management.Automation*.dll'
    Assert-True ($null -eq $own) "there is none: $own"
}

Test 'dependencies live in a load context of their own' {
    Invoke-ConduitInstall | Out-Null
    $contexts = [System.AppDomain]::CurrentDomain.GetAssemblies() |
        Where-Object { $_.GetName().Name -in 'YamlDotNet', 'Conduit.Operations', 'Conduit.Manifests' } |
        ForEach-Object { [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name } |
        Sort-Object -Unique
    Assert-Equal 'Conduit' $contexts
}

Test 'another version of a dependency in the host does no harm' {
    $foreign = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly([System.Reflection.AssemblyName]::new('YamlDotNet, Version=1.0.0.0'), 'Run')
    Assert-True ($null -ne $foreign) 'the host has a YamlDotNet of its own'
    Assert-True ((Invoke-ConduitInstall).Length -gt 1000) 'install still renders'
}

foreach ($command in Get-Command -Module Conduit) {
    Test "$command has help with examples" {
        $help = Get-Help $command -Full
        Assert-True ($help.Synopsis -match '\.$') "its synopsis is a sentence: $($help.Synopsis)"
        Assert-True (@($help.examples.example).Count -ge 1) 'it has examples'
        Assert-True ((Get-Help $command -Examples | Out-String) -match $command) 'examples use it'
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($parameter in $command.Parameters.Values | Where-Object Name -notin $common) {
            Assert-True ("$($help.parameters.parameter.Where({ $_.name -eq $parameter.Name }).description.Text)" -match '\.$') "-$($parameter.Name) is explained"
        }
    }
}

Test 'parameters complete kinds' {
    $line = 'Get-ConduitStat deplo'
    Assert-Equal 'deployments' (TabExpansion2 $line $line.Length).CompletionMatches[0].CompletionText
}

Complete-Suite
