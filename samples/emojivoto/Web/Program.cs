using Emojivoto.Service.Hosting;
using Emojivoto.Web.Configuration;
using Emojivoto.Web.Hosting;

return await ServiceProgram.RunAsync(WebSettings.Read, WebApp.Build);
