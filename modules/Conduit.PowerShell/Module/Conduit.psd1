@{
    RootModule           = 'Conduit.PowerShell.dll'
    ModuleVersion        = '{version}'
    GUID                 = '270a4ad7-5d22-4cf4-a1b6-70e11b8c62e5'
    Author               = 'The Conduit authors'
    CompanyName          = 'The Conduit authors'
    Copyright            = 'Copyright The Conduit authors'
    Description          = 'The Conduit service mesh for Kubernetes as cmdlets that emit objects.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.6'
    FormatsToProcess     = @('Conduit.format.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Get-ConduitDev'
        'Get-ConduitEdge'
        'Get-ConduitEndpoint'
        'Get-ConduitErrorCode'
        'Get-ConduitPod'
        'Get-ConduitPrometheusConfig'
        'Get-ConduitStat'
        'Get-ConduitTop'
        'Get-ConduitVersion'
        'Invoke-ConduitInject'
        'Invoke-ConduitInstall'
        'Invoke-ConduitUninject'
        'Invoke-ConduitUninstall'
        'Invoke-ConduitUpgrade'
        'Show-ConduitDashboard'
        'Start-ConduitDev'
        'Stop-ConduitDev'
        'Test-Conduit'
        'Watch-ConduitTap'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Kubernetes', 'ServiceMesh')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ProjectUri   = '{project}'
            ReleaseNotes = @'
{notes}
'@
        }
    }
}
