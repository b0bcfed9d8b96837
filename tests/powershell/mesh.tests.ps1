. "$PSScriptRoot/Suite.ps1"

# A mesh of this suite alone.
$env:CONDUIT_STATE_DIR = Join-Path ([System.IO.Path]::GetTempPath()) "conduit-$([guid]::NewGuid())"
$env:KUBECONFIG = Join-Path $env:CONDUIT_STATE_DIR 'no-cluster'

# What the lines of a table say, but for numbers that change by the second and the distance of columns.
function Get-Words($Lines) {
    ($Lines | Where-Object { $_.Trim() -and $_ -notmatch '^[- ]+$' } | ForEach-Object { $_.Trim() -replace '[\d.]+(%|rps|ms|s|m)', '0$1' -replace '\s+', ' ' }) -join "`n"
}

function Get-Table([scriptblock] $Body) { (& $Body | Out-String -Width 500) -split "`n" }

function Wait-Until([scriptblock] $Fact, [string] $What) {
    foreach ($attempt in 1..120) {
        if (& $Fact) { return }
        Start-Sleep -Milliseconds 500
    }
    throw "this did not come true: $What"
}

Test 'without a mesh every question says so' {
    $failure = Get-Failure { Get-ConduitStat }
    Assert-Equal 'NoMesh,Conduit.PowerShell.Cmdlets.GetConduitStatCommand' $failure.FullyQualifiedErrorId
    Assert-Equal 'ObjectNotFound' $failure.CategoryInfo.Category
    Assert-Equal 'MeshMissing' (Get-Failure { Stop-ConduitDev }).FullyQualifiedErrorId.Split(',')[0]
    Get-ConduitDev | Stop-ConduitDev
    Assert-True ($null -eq (Get-ConduitVersion -WarningAction Ignore).Server) 'no server has a version'
}

Test 'what would start does not' {
    Start-ConduitDev -WhatIf
    Assert-True ($null -eq (Get-ConduitDev)) 'no mesh runs'
}

$mesh = Start-ConduitDev -WarningAction Ignore

try {
    Test 'a mesh is an object with addresses' {
        Assert-Equal 'emojivoto' $mesh.Name
        Assert-Equal 4 $mesh.Pods
        Assert-Equal $PID $mesh.ProcessId
        Assert-True ($mesh.App -is [uri]) 'its application has a page'
        Assert-Equal $mesh.Name (Get-ConduitDev).Name
    }

    Test 'traffic is counted' {
        Wait-Until { @(Get-ConduitStat -WarningAction Ignore | Where-Object Rps -gt 0).Count -eq 3 } 'web, emoji and voting are called'
    }

    Test 'rows filter, sort and group' {
        $rows = Get-ConduitStat -Namespace emojivoto -WarningAction Ignore | Where-Object Rps -gt 0 | Sort-Object Rps -Descending
        Assert-True ($rows.Count -ge 2) 'several workloads have traffic'
        Assert-True ($rows[0].Rps -ge $rows[-1].Rps) 'the busiest is first'
        Assert-True ($rows[0].LatencyP99 -is [timespan]) 'latencies are times'
        Assert-Equal 'deployment' ($rows | Group-Object Kind).Name
        Assert-True (-not (Get-ConduitStat deploy/vote-bot -WarningAction Ignore | Where-Object SuccessRate -lt 0.99)) 'who is not called does not fail'
    }

    Test 'edges lead from caller to called' {
        $edges = Get-ConduitEdge deploy/voting
        Assert-Equal 'web' (($edges | Where-Object Destination -eq voting).Source | Sort-Object -Unique)
        Assert-True ($edges[0].LatencyP99 -is [timespan]) 'latencies are times'
    }

    Test 'rows survive CSV and JSON' {
        $rows = Get-ConduitStat -WarningAction Ignore
        Assert-Equal ($rows.Name -join ' ') (($rows | ConvertTo-Csv | ConvertFrom-Csv).Name -join ' ')
        Assert-Equal ($rows.Name -join ' ') (($rows | ConvertTo-Json | ConvertFrom-Json).Name -join ' ')
        Assert-Equal 80 (Get-ConduitEndpoint web-svc | ConvertTo-Json | ConvertFrom-Json).Port
    }

    Test 'tables are those of the command line' {
        Assert-Equal (Get-Words (Invoke-Conduit get pods -o wide)) (Get-Words (Get-Table { Get-ConduitPod }))
        Assert-Equal (Get-Words (Invoke-Conduit endpoints)) (Get-Words (Get-Table { Get-ConduitEndpoint }))
        Assert-Equal (Get-Words (Invoke-Conduit edges)) (Get-Words (Get-Table { Get-ConduitEdge }))
        Assert-Equal (Get-Words (Invoke-Conduit explain)) (Get-Words (Get-Table { Get-ConduitErrorCode }))
        Assert-Equal (Get-Words (Invoke-Conduit stat deployments 2>$null)) (Get-Words (Get-Table { Get-ConduitStat -WarningAction Ignore }))
    }

    Test 'a tap ends after as many events as were asked for' {
        $events = Watch-ConduitTap deploy/web -MaxRps 50 -MaxEvents 9
        Assert-Equal 9 $events.Count
        Assert-True ("$($events[0])" -match '^req id=\d+:\d+ proxy=(in |out) src=') "an event prints as a line: $($events[0])"
    }

    Test 'a tap ends when the pipeline has enough' {
        Assert-Equal 2 @(Watch-ConduitTap ns/emojivoto -MaxRps 50 | Where-Object Event -eq Request | Select-Object -First 2).Count
    }

    Test 'a tap ends when it is stopped' {
        $shell = [powershell]::Create()
        $shell.AddScript('Import-Module $args[0]; Watch-ConduitTap ns/emojivoto -MaxRps 50').AddArgument($env:CONDUIT_MODULE) | Out-Null
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        Wait-Until { $output.Count -gt 0 } 'events arrive'
        $shell.Stop()
        Assert-Equal 'Stopped' $shell.InvocationStateInfo.State
    }

    Test 'top counts paths' {
        $rows = Get-ConduitTop deploy/web -Duration 3s
        Assert-True ($rows.Count -gt 0) 'there are rows'
        Assert-True ($rows[0].Best -is [timespan]) 'latencies are times'
    }

    Test 'a name that the mesh does not know is told with those that it does' {
        $failure = Get-Failure { Get-ConduitStat deploy/nothing }
        Assert-Equal 'ResourceNotFound' $failure.FullyQualifiedErrorId.Split(',')[0]
        Assert-True ("$failure" -match 'voting') 'it names others'
        Assert-True ($null -eq (Get-ConduitStat -Namespace nowhere)) 'an empty namespace is empty'
    }

    Test 'parameters complete what the mesh knows' {
        foreach ($line in 'Get-ConduitPod -Namespace emo', 'Get-ConduitStat -Namespace emojivoto deploy/vot', 'Stop-ConduitDev emo') {
            Assert-True ((TabExpansion2 $line $line.Length).CompletionMatches.Count -gt 0) "$line is completed"
        }
    }

    Test 'both versions are known' {
        Assert-Equal (Get-ConduitVersion).Client (Get-ConduitVersion).Server
    }

    Test 'the dashboard is served until the pipeline has enough' {
        $status = Show-ConduitDashboard -Show url | ForEach-Object { (Invoke-WebRequest $_).StatusCode } | Select-Object -First 1
        Assert-Equal 200 $status
    }

    Test 'the mesh passes its checks' {
        Assert-True (Test-Conduit -Quiet) 'all is well'
        Assert-True (@(Test-Conduit -Proxy | Where-Object Status -eq Ok).Count -gt 0) 'checks are listed'
    }

    Test 'its Prometheus configuration names its proxies' {
        Assert-True ((Get-ConduitPrometheusConfig -Mesh emojivoto) -match '127\.0\.0\.1:\d+') 'there are addresses'
    }

    Test 'a mesh of that name runs already' {
        $failure = Get-Failure { Start-ConduitDev }
        Assert-Equal 'ResourceExists' $failure.CategoryInfo.Category
        Assert-Equal 'emojivoto' (Get-ConduitDev).Name
    }

    Test 'what would stop does not' {
        Stop-ConduitDev -WhatIf
        Assert-Equal 'emojivoto' (Get-ConduitDev).Name
    }
}
finally {
    Get-ConduitDev | Stop-ConduitDev
}

Test 'nothing is left running' {
    Assert-True ($null -eq (Get-ConduitDev)) 'no mesh is listed'
    $left = $mesh.Processes.ProcessId | Where-Object { Get-Process -Id $_ -ErrorAction Ignore }
    Assert-True ($null -eq $left) "no process is left: $left"
}

Complete-Suite
