using Emojivoto.Voting.Rpc;
using Emojivoto.Service.Configuration;
using Emojivoto.Service.Hosting;

return await ServiceProgram.RunAsync(GrpcServiceSettings.Read, settings => GrpcServiceApp.Build(settings, VotingRpc.Define));
