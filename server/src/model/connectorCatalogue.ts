/**
 * Microsoft's connectors as of 2026-11-22: id without `shared_`, name, tier (S standard, P premium), `+` where service
 * principals can connect. One string, because it is read once and most programs ask for a few of them.
 */
export const connectorCatalogue = `
10to8|10to8 Appointment Scheduling|S
1mecorporate|1Me Corporate|P
365training|365 Training|P
3eevents|3E Events|P
aadinvitationmanager|Azure AD Identity and Access|P
abbreviationsip|Abbreviations|P
absentify|absentify|P
abstractemailvalidat|Abstract Email Validator (Independent Publisher)|P
abstractphonevalidat|Abstract Phone Validator (Independent Publisher)|P
aci|Azure Container Instance|P
acschat|Azure Communication Services Chat|P
acsemail|Azure Communication Services Email|P
acsidentity|Azure Communication Services Identity|P
acssmsevents|Azure Communication Services SMS Events|P+
act|Act!|S
actsoft|TeamWherx|P
acumatica|Acumatica|P
adobeacrobatsignsand|Adobe Acrobat Sign Sandbox|S
adobecreativecloud|Adobe Creative Cloud|P
adobeexperiencemanag|Adobe Experience Manager|P
adobepdftools|Adobe PDF Services|P
adobesign|Adobe Acrobat Sign|S
advanceddataoperatio|Advanced Data Operations|P
africastalkingairtime|Africa's Talking Airtime|P
africastalkingsms|Africa's Talking SMS|P
africastalkingvoice|Africa's Talking Voice|P
agilepointnx|AgilePoint NX|P
agilite|Agilite|P
ahead|Ahead|S
aheadintranet|Ahead (Intranet)|P
aiforged|AIForged|P
aikidocs|AikiDocs|P
airmeet|Airmeet|P
airslate|airSlate|P
alembaitsm|Alemba ITSM|P
aletheia|Aletheia|P
aliru|Ally|P
alkymi|Alkymi|P
allgeo|allGeo|P
almabase|Almabase|P
amazonredshift|Amazon Redshift|P
amazons3|Amazon S3|P
amazonsqs|Amazon SQS|P
annatureip|Annature (Independent Publisher)|P
appfigures|Appfigures|S
applicationinsights|Azure Application Insights|P
apppowerforms|App Power Forms|P
approvals|Approvals|S
appsforops|AppsForOps Timeline|P
appstudioapi|Cloud Connect Studio|P
apptigentpowertoolslite|Apptigent PowerTools LITE|P
apptigentpowertoolspro|Apptigent PowerTools|P
aquaforest|Aquaforest PDF|P
arcgis|ArcGIS|P
arcgisenterprise|ArcGIS Enterprise|P
arcgispaas|ArcGIS PaaS|P
arm|Azure Resource Manager|P
asana|Asana|S
asite|Asite|P
asiteksa|Asite (KSA)|P
asiteuae|Asite (UAE)|P
asiteusgov|Asite (US Gov.)|P
assentlyesign|Assently E-Sign|P
assistantstudio|Dynamics 365 Sales Insights|P
autodeskforgedataexc|Autodesk Data Exchange|P
avepointcloudgovernance|AvePoint Cloud Governance|P
aweber|AWeber|P
axtensioncontentgate|AXtension Content Gate|P
azuread|Microsoft Entra ID|S
azureadapplications|Azure AD App Registrations|P
azureadip|Azure AD Identity Protection|P
azureappservice|Azure App Service|P
azureautomation|Azure Automation|P+
azureblob|Azure Blob Storage|P+
azurecommunicationservicessms|Azure Communication Services SMS|P+
azuredatafactory|Azure Data Factory|P
azuredatalake|Azure Data Lake|P
azuredigitaltwins|Azure Digital Twins|S
azureeventgrid|Azure Event Grid|P
azureeventgridpublish|Azure Event Grid Publish|P
azurefile|Azure File Storage|P
azureiotcentral|Azure IoT Central V3|P
azureloganalytics|Azure Log Analytics|P
azureloganalyticsdatacollector|Azure Log Analytics Data Collector|P
azuremonitorlogs|Azure Monitor Logs|P+
azuremysql|Azure Database for MySQL|P
azureopenai||
azurequeues|Azure Queues|P
azurespeechpronuncia|Azure Speech Pronunciation Assessment|P
azuretables|Azure Table Storage|P+
azuretexttospeech|Azure Text to speech|P
azurevm|Azure VM|P
basecamp|Basecamp 3|S
basecamp2|Basecamp 2|S
benchmarkemail|Benchmark Email|P
bentley|ProjectWise Design Integration|S
bigcommerce|BigCommerce|P
billspls|BillsPLS|P
bingmaps|Bing Maps|S
bingsearch|Bing Search|S
bitbucket|Bitbucket|P
bitly|Bitly|S
bitskout|Bitskout|P
bitvorecellenus|Bitvore Cellenus|P
biztalk|BizTalkServer|S
bizzy|AtBot Logic|S
bizzyadmin|AtBot Admin|S
blackbaudchurchmanag|Blackbaud Church Management|P
blackbaudconstituent|Blackbaud Raisers Edge NXT Constituents|P
blackbauddocuments|Blackbaud Raisers Edge NXT Documents|P
blackbaudevents|Blackbaud Raisers Edge NXT Events|P
blackbaudfundraising|Blackbaud Raisers Edge NXT Fundraising|P
blackbaudgifts|Blackbaud Raisers Edge NXT Gifts|P
blackbaudinteraction|Blackbaud Raisers Edge NXT Interactions|P
blackbaudlists|Blackbaud Raisers Edge NXT Lists|P
blackbaudprospects|Blackbaud Raisers Edge NXT Prospects|P
blackbaudraisersedge|Blackbaud Raisers Edge NXT|P
blackbaudskyaddins|Blackbaud SKY Add-ins|P
blockchaincorda|Corda Blockchain|P
blockchainethereum|Ethereum Blockchain|P
blogger|Blogger|S
blueink|BlueInk|P
boomappconnect|boomapp connect|P
box|Box|S
bttn|bttn|S
bttnone|Bttn ONE|P
buffer|Buffer|S
buildingminds|BuildingMinds DigitalTwin Core|P
bulksms|BulkSMS|P
businessassist|Business Assist|P
byword|Byword (Independent Publisher)|P
calculateworkingday|Calculate Working Day|P
calendarpro|Calendar Pro|P
calendly|Calendly (legacy)|P
calendlyv2|Calendly|P
campfire|Campfire|S
candidatezip|CandidateZip Resume/Job Parser|P
capsulecrm|Capsule CRM|P
captisaforms|Captisa Forms|P
cardplatform|CardPlatform Adaptive Cards|P
cardsforpowerapps|Cards for Power Apps|S
cascade|Cascade|P
cascadestrategynew|Cascade Strategy New|P
casper365|Casper365 for Education|P
cdkdrivecustomer|CDK Drive Customer|P
cdkdriveservicevehicles|CDK Drive Service Vehicles|P
cdkeleadproductreferencedata|Elead Product Reference Data|P
cdkeleadsalescustomers|Elead Sales Customers|P
cdkeleadsalesopportunities|Elead Sales Opportunities|P
centrical|Centrical|P
certopus|Certopus|P
cgtrader|CGTrader|P
chatter|Chatter|P
cioplenu|cioplenu|P
ciresonservicemanage|Cireson Service Manager Portal|P
ciscowebexmeetings|Cisco Webex Meetings|S
civicplustransform|CivicPlus Transform|P
clicksendpostcards|ClickSend Postcards|P
clicksendsms|ClickSend SMS|P
cloudappsecurity|Defender for Cloud Apps|S
cloudbot|Cloud BOT|P
cloudconvert|CloudConvert|P
cloudmersive|Cloudmersive Virus Scan|P
cloudmersivebarcode|Cloudmersive Barcode|P
cloudmersiveconvert|Cloudmersive Document Conversion|P
cloudmersivecurrency|Cloudmersive Currency|P
cloudmersivedv|Cloudmersive Data Validation|P
cloudmersivefileproc|Cloudmersive File Processing|P
cloudmersiveimagepr|Cloudmersive Image Processing|P
cloudmersivenlp|Cloudmersive NLP|P
cloudmersivepdf|Cloudmersive PDF|P
cloudmersivesecurity|Cloudmersive Security|P
cloudmersivevideoandmedia|Cloudmersive Video and Media|P
cloudpkimanagement|Cloud PKI Management|S
cobblestonecontracti|CobbleStone Contract Insight|P
cognitiveservicescomputervision|Computer Vision API|S
cognitiveservicescontentmoderator|Content Moderator|S
cognitiveservicescustomvision|Custom Vision|S
cognitiveservicesqnamaker|QnA Maker|S
cognitiveservicesspe|Azure Batch Speech-to-text|S
cognitiveservicestextanalytics|Azure Cognitive Service for Language|S
cognitoforms|Cognito Forms|S
cognizantautomationc|Cognizant Automation Center|P
commercemerchandising|Dynamics 365 Commerce Merchandising|P
commercientcpq|Commercient|P
commondataservice|Microsoft Dataverse (legacy)|P
commondataserviceforapps|Microsoft Dataverse|P+
companyconnect|Company Connect|P
connect2all|Connect2All|P
connect2allonpremises|Connect2All on-premises|P
connectiveesignatures|Connective eSignatures|P
connpassip|connpass (Independent Publisher)|P
consensysethereum|ConsenSys Ethereum (Deprecated)|P
contactspro|Contacts Pro|P
conversionservice|Content Conversion|S
converterbypower2apps|Converter by Power2Apps|P
copyaiip|Copy.ai|P
cosmobot|COSMO Bot|P
cpqsync|CPQSync|P
crmbot|CRM Bot|P
customerinsights|Dynamics 365 Customer Insights|P
cyberday|Cyberday|P
cyberproof|CyberProof|P
d7messaging|D7Messaging|P
d7sms|D7SMS|P
data8|Data8 Data Enrichment|P
dataactivatorpreview|Data Activator Early Access|P
datablend|Datablend|P
databoxip|Databox (Independent Publisher)|P
dataflows|Power Query Dataflows|S
datascopeforms|DataScope Forms|P
db2|DB2|P
dbftoxmlconverter|DBF2XML|P
deepgram|Deepgram (Independent Publisher)|P
deepl|DeepL|P
desk365|Desk365|P
deskdirector|DeskDirector|P
diffcheckerip|Diffchecker|P
dimescheduler|Dime.Scheduler (on-prem)|P
disqus|Disqus|S
dnb|D&B Optimizer|S
docfusion365|DocFusion365 – SP|P
docjuris|DocJuris|P
docparser|Docparser|P
docq|}exghts gen. Document & more|P
doctopdf|Doc To PDF|P
documentaikonfuzio|Document AI Konfuzio|P
documentdb|Azure Cosmos DB|P
documentmerge|Document Merge|P
documentscorepackapi|DocumentsCorePack|P
documotor|DocuMotor|P
docurain|Docurain|P
docusign|DocuSign|P
docusigndemo|DocuSign Demo|P
dokobitportal|Dokobit Portal|P
dokobituniversalapi|Dokobit Universal API|P
domaintoolsirisenric|DomainTools Iris Enrich|P
domaintoolsirisinves|DomainTools Iris Investigate|P
dox42|dox42|P
dqondemand|DQ on Demand|P
dropbox|Dropbox|S
dvelop|d.velop|P
dynamics365ratingsre|Dynamics 365 Commerce - Ratings and Reviews|P
dynamicsax|Fin & Ops Apps (Dynamics 365)|P
dynamicscrmonline|Dynamics 365 (deprecated)|P
dynamicsfraudprotect|Dynamics 365 Fraud Protection|P
dynamicsignal|Dynamic Signal|P
dynamicsnavision|Dynamics NAV|P
dynamicssmbonprem|Dynamics 365 Business Central (on-premises)|P
dynamicssmbsaas|Dynamics 365 Business Central|P
dynamicstranslations|Dynamics Translation Service|P
dynatrace|Dynatrace|P
easyredmine|Easy Redmine|P
easyvista|EasyVista Service Manager|P
easyvistaselfhelp|Easyvista Self Help|P
ebms|EBMS|P
edenai|Eden AI|P
eduframe|Eduframe|P
egnyte|Egnyte|P
egoi|E-goi|P
eigenevents|Eigen Events|P
elasticforms|Elastic Forms|S
elasticocr|ElasticOCR|S
elfsquad|Elfsquad Product Configurator|P
elfsquaddata|Elfsquad Data|P
emaildomainchecker|Email Domain Checker|P
emfluencemp|emfluence Marketing Platform|P
emigo|Emigo|P
enadoc|Enadoc|P
encodiandocumentmanager|Encodian|S
engagementcloud|Engagement Cloud|P
entegrations|Entegrations.io|P
entersoft|Entersoft|P
envoy|Envoy|P
ephesoftsemantikforinvoices|Ephesoft Semantik For Invoices|P
esign|E-Sign|P
eventbrite|Eventbrite|P
eventhubs|Event Hubs|P
eventtickets|Event Tickets|P
evocom|Evocom|P
exasol|Exasol|P
excelonline|Excel Online (OneDrive)|S
excelonlinebusiness|Excel Online (Business)|S
expensya|Expensya|P
experlogixsmartflows|Experlogix Smart Flows|P
expirationreminder|Expiration Reminder|S
expocad|EXPOCAD|P
faanotam|FuseLagNotam1.1 (Independent Publisher)|P
faceapi|Face API|S
factset|FactSet|P
fantasypremierleagueip|Fantasy Premier League (Independent Publisher)|P
farsightdnsdb|Farsight DNSDB|P
featheryip|Feathery|P
fhirbase|FHIRBase|P
fhirclinical|FHIRClinical|P
fhirlink|FHIRlink|P
filesystem|File System|S
firetext|FireText|P
flic|Flic|S
fliplet|Fliplet|P
flotiqheadlesscms|Flotiq headless CMS|P
flowforma|FlowForma|P
flowformav2|FlowForma V2|P
flowmanagement|Power Automate Management|S
flowpush|Notifications|S
fluidkinnectorzforpr|Fluid Kinnectorz for Procore|P
forcamforcebridge|FORCAM FORCE Bridge|P
formrecognizer|Form Recognizer|S
formstackforms|Formstack Forms|P
freshbooks|FreshBooks|P
freshdesk|Freshdesk|S
freshservice|Freshservice|P
ftp|FTP|S
geotax|Pitney Bowes Tax Calculator|P
getaccept|GetAccept|P
getmyinvoices|GetMyInvoices|P
giscloud|GIS Cloud|P
github|GitHub|S
gmosign|GMO Sign|P
gofileroom|GoFileRoom|S
googlecalendar|Google Calendar|S
googlecontacts|Google Contacts|S
googledrive|Google Drive|S
googlepalm|Google PaLM (Independent Publisher)|P
googlesheet|Google Sheets|S
googletasks|Google Tasks|S
gotomeeting|GoToMeeting|P
gototraining|GoToTraining|P
gotowebinar|GoToWebinar|P
gratavid|Gratavid|P
gravityformsbyreenhanced|Gravity Forms by reenhanced|P
groupmgr|GroupMgr|P
harnesspdfx|Harness PDFx|P
harvest|Harvest|P
hashgeneratorip|Hash Generator (Independent Publisher)|P
hellosign|HelloSign|P
highgearworkflow|HighGear Workflow|P
hipchat|HipChat|S
hithorizons|HitHorizons|P
hivecpqproductconfig|HiveCPQ Product Configurator|P
holopinip|Holopin|P
honeywellforge|Honeywell Forge|P
hostio|Host.io (Independent Publisher)|P
hotprofile|HotProfile|P
houseraterqa|HouseRater QA|P
hrcloud|HR Cloud|P
hrflowai|HrFlow.ai|P
htmltopdfconverter|HTML to PDF by Pascalcase|P
huddle|Huddle|P
huddleforusgovhealth|Huddle for US Gov & Healthcare|P
huddoboards|Huddo Boards|P
hume|Hume (Independent Publisher)|P
hyasinsight|HYAS Insight|P
iaconnectdynamiccode|IA-Connect Dynamic Code|P
iaconnectjava|IA-Connect Java|P
iaconnectjml|IA-Connect JML|P
iaconnectmainframe|IA-Connect Mainframe|P
iaconnectmsoffice|IA-Connect Microsoft Office|P
iaconnectsapgui|IA-Connect SAP GUI|P
iaconnectsession|IA-Connect Session|P
iaconnectui|IA-Connect UI|P
iaconnectwebbrowser|IA-Connect Web Browser|P
idanalyzer|ID Analyzer|P
ideanote|Ideanote|P
imanageinsightplus|iManage Insight Plus|P
imanagework|iManage Work|P
imanageworkforadmins|iManage Work for Admins|P
imis|iMIS|P
impala|Apache Impala|P
impexium|Impexium|P
impower|Impower|P
imprezian|Imprezian360-CRM|P
indaadhaarnm|IN-D Aadhaar Number Masking|P
indfacematch|IN-D Face Match|P
indinsurance|IN-D Insurance (ICD10 & CPT)|P
indinvoicedatacapture|IN-D Invoice Data Capture|P
indkycindia|IN-D KYC India|P
indpayables|IN-D Payables|P
industrialappstore|Industrial App Store|P
ineight|InEight|P
infobip|Infobip|P
infoquery|InfoQuery|P
informix|Informix|P
infoshare|InfoShare|P
infusionsoft|Infusionsoft|P
inoreader|Inoreader|S
inqubajourney|inQuba Journey|P
insightly|Insightly|S
instagrambasicdispip||
instapaper|Instapaper|S
integrablepdf|Integrable PDF|P
integrationtoolbox|Integration Toolbox|P
intellihr|intelliHR|P
intentionaldatasources|Intentional Data Sources|P
intercom|Intercom|S
iobeya|iObeya|P
iotcentral|Azure IoT Central V2|P
ipqsfraudandriskscor|IPQS Fraud and Risk Scoring|P
isoplanner|ISOPlanner|P
itautomate|ITautomate|P
jasperip|Jasper (Independent Publisher)|P
jbhunt|JBHunt|P
jedoxodatahub|Jedox OData Hub|P
jgintegrations|JG Integrations|P
jira|Jira|P
jotform|JotForm|P
jotformenterprise|Jotform Enterprise|P
junglemail365|JungleMail 365|P
jupyrest|Jupyrest|P+
k2workflow|K2 Workflow|S
kaizala|Microsoft Kaizala|S
kanbanize|Kanbanize|P
kanbantool|Kanban Tool|P
keyvault|Azure Key Vault|P+
kintone|kintone|P
knowledgelake|KnowledgeLake|P
knowledgeonerecfind6|Knowledgeone RecFind6|P
kroki|Kroki|P
kusto|Azure Data Explorer|P
kyndrylmainframe|Kyndryl mainframe|P
langai|Lang.ai|P
languagequestionansw|Language - Question Answering|P
lansweeperappforsent|Lansweeper App For Sentinel|P
lassox|Lasso X|P
latinsharedocuments|LatinShare Documents|P
latinshareshpmanagement|LatinShare SHP Management|P
latinshareshppermissions|LatinShare SHP Permissions|P
lawlift|Lawlift|P
lcpicordis|LCP - iCordis|P
leaddesk|LeadDesk|P
leadloader|Repfabric|P
leankit|LeanKit|P
legalbotaitools|LegalBot AI Tools|P
letterdrop|Letterdrop (Independent Publisher)|P
lettriagdprcompliance|Lettria GDPR Compliance|P
libraryofcongressip|Library of Congress|P
lifx|LIFX|P
linkedin|LinkedIn|S
linkedinv2|LinkedIn V2|S
linkmobility|LINK Mobility|P
livechat|LiveChat|P
livetilesbots|LiveTiles Bots|P
lms365|LMS365|S
lnkbio|Lnk.Bio|P
logicflows|Logic flows|S
loginllamaip|LoginLlama|P
luis|LUIS|S
m365messagecenter|Microsoft 365 message center|S
m365updatesapp|Updates App (Microsoft 365)|S
mailchimp|MailChimp|P
mailinatorip|Mailinator|P
mailparser|MailParser|P
mandrill|Mandrill|P
mapboxip|Mapbox (Independent Publisher)|P
mappro|Map Pro|P
maqtextanalytics|Text Analytics|P
marketingcontenthub|Marketing Content Hub|P
marketo|Marketo|P
marketoma|Marketo MA|S
mavimimprove|Mavim-iMprove|P
maximizer|Maximizer|P
medallia|Medallia|P
medium|Medium|S
meetingroommap|MeetingRoomMap|P
meisterplan|Meisterplan|P
mensagia|Mensagia|P
metatask|Metatask|P
microsoft365compliance|Microsoft 365 compliance|P
microsoftbookings|Microsoft Bookings|S
microsoftflowforadmins|Power Automate for Admins|S
microsoftforms|Microsoft Forms|S
microsoftformspro|Dynamics 365 Customer Voice|S
microsoftgraphsecurity|Microsoft Graph Security|P
microsoftloop|Microsoft Loop|S
microsoftpartnercent|Microsoft Partner Center|S
microsoftschooldatas|Microsoft School Data Sync V2|P
microsoftschooldatasync|Microsoft School Data Sync|S
microsoftsearch|Microsoft Search|P
microsoftspatialservices||
microsofttranslator|Microsoft Translator|S
microsofttranslatorv|Microsoft Translator V3|S
mimeautomationip|Mime Automation|P
mitto|Mitto|P
mobilistotele|Mobili Stotele|P
mobilyws|MobilyWS|P
mobsimsendsms|MOBSIM Send SMS|P
mockarooip|Mockaroo (Independent Publisher)|P
moduleq|ModuleQ|P
monday|monday|P
mongodb|MongoDB|P
morf|Morf|P
motawordtranslations|MotaWord Translations|P
motimate|Motimate|P
msgraphgroupsanduser|MS Graph Groups and Users|P
msnweather|MSN Weather|S
mtarget|Mtarget SMS|P
muhimbi|Muhimbi PDF|S
mural|MURAL|P
myacclaro|My Acclaro|P
mysql|MySQL|P
nableclouduserhub|N-able Cloud User Hub|P
nameapi|NameAPI (Independent Publisher)|P
narvar|Narvar|P
netdocuments|NetDocuments|S
neum|Neum (Independent Publisher)|P
newsdataio|NewsData.io (Independent Publisher)|P
nexmo|Nexmo|P
nextcom|Nextcom|P
nitro|Nitro|P
nodefusionportal|Nodefusion Portal|P
nosco|Nosco|P
notiivybrowsernotif|Notiivy Browser Notifications|P
npstoday|nps.today|P
nunify|nunify|P
objectiveconnect|Objective Connect|P
occuspace|Occuspace|P
office365|Office 365 Outlook|S
office365groups|Office 365 Groups|S
office365groupsmail|Office 365 Groups Mail|S
office365users|Office 365 Users|S
office365video|Office 365 Video|S
oneblink|OneBlink|P
onedrive|OneDrive|S
onedriveforbusiness|OneDrive for Business|S
oneflow|Oneflow|P
onenote|OneNote (Business)|S
oodrivesign|Oodrive Sign|P
openbrewerydb|Open Brewery DB (Independent Publisher)|P
openexperience|Open Experience|P
openlegacyibmias400|OpenLegacy IBM I (AS400)|P
openlegacyibmmainframe|OpenLegacy IBM Mainframe|P
opentextcoreshare|OpenText Core Share|P
opentextcsbyonefox|OpenText Extended ECM|P
opentextdocumentum|OpenText Documentum|P
opentextedocsbyonefox|OpenText eDOCS|P
optiapi|OptiAPI|P
oracle|Oracle Database|P
ordnancesurveyplaces|Ordnance Survey Places|P
ottobot|Otto.bot|P
outlook|Outlook.com|S
outlooktasks|Outlook Tasks|S
pagerduty|PagerDuty|S
panviva|Panviva|P
parishsoftfamilysuit|ParishSoft Family Suite|P
parserr|Parserr|S
parseur|Parseur|P
partnercenterevents|Partner Center Events|P
partnercenterref|Partner Center Referrals|P
partnerlinq|PartnerLinq|P
paylocity|Paylocity|P
pdf4me|PDF4me|P
pdf4meconnect|PDF4me Connect|P
pdf4meswissqr|PDF4me SwissQR|P
pdfblocks|PDF Blocks|P
pdfco|PDFco|P
pdfcross|PDFcross|P
peakboard|Peakboard|P
peltarion|Peltarion AI|P
pilotthings|Pilot Things|P
pineconeip|Pinecone|P
pinterest|Pinterest|S
pipedrive|Pipedrive|P
pipwarekpis|PIPware KPIs|P
pitneybowes|Pitney Bowes Data Validation|P
pivotaltracker|Pivotal Tracker|S
pixelmeip|PixelMe|P
pkisigning|PKIsigning|P
planful|Planful|P
planner|Planner|S
pling|Pling|P
plivo|Plivo|P
plumsail|Plumsail Documents|S
plumsailforms|Plumsail Forms|S
plumsailhelpdesk|Plumsail HelpDesk|S
plumsailsp|Plumsail SP|S
poka|Poka|P
polarispsa|Polaris PSA|P
politemail|PoliteMail|P
postgresql|PostgreSQL|P
powellteams|Powell Teams|P
powerappsforadmins|Power Apps for Admins|S
powerappsforappmakers|Power Apps for Makers|S
powerappsnotification|Power Apps Notification|S
powerappsnotificationv2|Power Apps Notification V2|S
powerassist|Power Assist|P
powerbi|Power BI|S
powerform7|Power Form 7|P
powerplatformadminv2|Power Platform for Admins V2|S+
powerplatformforadmins|Power Platform for Admins|S
powertextor|Power Textor|P
powervirtualagents|Power Virtual Agents|S
ppmexpress|PPM Express|P
prioritymatrix|Priority Matrix|P
prioritymatrixhipaa|Priority Matrix HIPAA|P
processstreet|Process Street|P
progressusadvancedpr|Progressus Advanced Projects|P
projectonline|Project Online|S
projectplace|ProjectPlace|P
projectroadmap|Project Roadmap|S
projectum|Projectum Present It|P
projectwiseshare|Projectwise Share|P
prowfmauthentication|PRO WFM Authentication|P
public360|Public 360|P
puggamifiedengagement|PUG Gamified Engagement|P
pureleads|Pure Leads|P
pushcut|Pushcut|P
rainbird|Rainbird|P
rapidplatform|RAPID Platform|P
recordedfuture|Recorded Future|P
recordedfutureidenti|Recorded Future Identity|P
recordedfuturesandbo|Recorded Future Sandbox|P
recordedfuturev2|Recorded Future V2|P
redmine|Redmine|S
redquesmartinvoiceca|Redque|P
reflectip|Reflect|P
regexflowexecutepyth|RegexFlow ExecutePython|P
regexflowregularexpr|RegexFlow Regular Expression|P
regolink|RegoLink for Clarity PPM|P
rencore|Rencore Code|S
rencoregovernance|Rencore Governance|P
replicon|Replicon|P
rescocloud|Resco Cloud|P
rescoreports|Resco Reports|P
revai|Rev AI (Independent Publisher)|P
revelationhelpdesk|Revelation helpdesk|P
reversinglabsa1000|ReversingLabs A1000|P
riskiqdigitalfootprint|RiskIQ Digital Footprint|P
riskiqintelligence|RiskIQ|P
riskiqpassivetotal|RiskIQ Illuminate|P
robolytix|Robolytix|P
robotsforpowerbi|Robots for Power BI|P
rss|RSS|S
safetyculture|iAuditor|P
salesforce|Salesforce|P
saperp|SAP ERP|P
sasdecisioning|SAS Decisioning|P
scriveesign|Scrive eSign|P
searchapigooglesearch|SearchAPI - Google Search (Independent Publisher)|P
secib|SECIB|P
secplugscan|ScanCloud|P
secretserver|Secret Server|P
securemessagedelivery|DataMotion|P
seebotrunlink|SeeBotRun - Link|P
seektable|SeekTable|P
seismic|Seismic|P
seismicconfiguration|Seismic Configuration|P
seismiccontentdiscov|Seismic Content Discovery|P
seismicengagement|Seismic Engagement|P
seismiclibrary|Seismic Library|P
seismiclivedoc|Seismic Livedoc|P
seismicplanner|Seismic Planner|P
seismicworkspace|Seismic Workspace|P
sendgrid|SendGrid|S
sendmode|Sendmode|P
serverless360|Serverless360 BAM & Tracking|P
service-now|ServiceNow|P
servicebus|Service Bus|P
servicedeskpluscloud|ServiceDesk Plus Cloud|P
serviceobjects|Service Objects|P
serwersms|SerwerSMS|P
sftp|SFTP|S
sftpwithssh|SFTP - SSH|S
shareeffect|Share-Effect|P
sharepointonline|SharePoint|S
shifts|Shifts for Microsoft Teams|S
shop|Shop (Independent Publisher)|P
shorturl|Short URL|P
showcaseworkshop|Showcase Workshop|P
sigmaconsocr|Sigma Conso CR|P
signi|Signi.com|P
signinghub|SigningHub|P
signl4|Derdack SIGNL4|P
signl4mobilealerting|SIGNL4 - Mobile Alerting|P
signnow|SignNow|P
signrequest|SignRequest|P
skypeforbiz|Skype for Business Online|S
skypointcloud|SkyPoint Cloud|P
slack|Slack|S
slascone|Slascone|P
smarp|Smarp|P
smartcommondemanddoc|SmartCOMM DocGen|P
smartdialog|SmartDialog|P
smartsheet|Smartsheet|S
sms77io|sms77io|P
smsapi|SMSAPI|P
smslink|SMSLink|P
smtp|SMTP|S
sociabble|Sociabble|P
soft1|Soft1|S
softools|Softools|P
sparkpost|SparkPost|S
spinpanel|Spinpanel|P
springglobal|Spring Global|P
sql|SQL Server|P+
sqldw|Azure SQL Data Warehouse|P
staffbase|Staffbase|P
staffcircle|StaffCircle|P
staffhub|Microsoft StaffHub|S
starrezrestv1|StarRez REST v1|P
stormboard|Stormboard|P
strategicportfoliomanager|Strategic Portfolio Manager|P
stripe|Stripe|P
survalyzereu|Survalyzer EU|P
survalyzerswiss|Survalyzer Swiss|P
survey123|Survey123|S
surveymonkey|SurveyMonkey|P
tago|Tago|P
talkdesk|Talkdesk|P
tallyfy|Tallyfy|P
talxisdatafeed|TALXIS Data Feed|P
taqnyat|Taqnyat|P
tdox|TDox|P
teamforms|Team Forms|P
teams|Microsoft Teams|S
teamsspirit|Teams-Spirit|P
teamsvirtualevents|Microsoft Teams Virtual Events|S
teamwork|Teamwork Projects|P
tegolysign|tegolySIGN|P
telephonyxtendedsrv|Telephony Xtended Serv Interf|P
telesignsms|TeleSign SMS|P
tendocsdocuments|Tendocs Documents|P
teradata|Teradata|P
tesseronasmbasicdata|Tesseron Basic Data|P
tesseronasmticket|Tesseron ASM Ticket|P
tesseronasset|Tesseron Asset|P
tesseroninvoice|Tesseron Invoice|P
textrequest|Text Request|P
thebotplatform|The Bot Platform|P
theeventscalendar|The Events Calendar|P
theittipster|The IT Tipster|P
ticketingevents|Ticketing.events|P
tikit|Tikit|P
tilkee|Tilkee|P
timeghost|timeghost|P
tldrip|TLDR|P
todo|Microsoft To-Do (Business)|S
todoconsumer|Microsoft To-Do (Consumer)|S
todoist|Todoist|S
toodledo|Toodledo|S
tpcportal|TPC Portal|P
tractionguest|Traction Guest|P
transform2all|Transform2All|P
translatorv2|Microsoft Translator V2|S
trello|Trello|S
tribal|Tribal|P
triggercmd|TRIGGERcmd|P
truedialogsms|TrueDialog SMS|P
trustual|Trustual|P
tulip|Tulip|P
tuxmailer|TuxMailer|P
twilio|Twilio|S
twitter|X|S
txtsync|TxtSync|P
tyntec2fa|tyntec 2FA|P
tyntecportabilitycheck|tyntec Phone Verification|P
tyntecsms|tyntec SMS Business|P
tyntecviber|tyntec Viber Business|P
tyntecwa|tyntec WhatsApp Business|P
typeform|Typeform|S
uberfreight|Uber Freight|P
ubiqodbyskiply|Ubiqod by Skiply|P
uiflow|Desktop flows|P
uipathorchestrator|UiPath Orchestrator|P
usb4sap|USB4SAP|P
usbanktreasurymanage|U.S. Bank Treasury Management|P
uservoice|UserVoice|P
vantage365imaging|Vantage 365 Imaging|P
varuna|Varuna|P
vatcheckapiip|vatcheckapi|P
vena|Vena Solutions|P
ventipixassetandinventory|Ventipix Asset and Inventory|P
verified|Verified|P
viafirma|Viafirma|P
videoindexer-v2|Video Indexer (V2)|S
vimeo|Vimeo|S
vineforce|Vineforce|P
virustotal|Virus Total|P
visualstudioteamservices|Azure DevOps|P
vitacloudquotes|VitaCloud Quotes|P
vocean|Vocean|P
voicerss|VoiceRSS (Independent Pubisher)|P
vonage|Vonage|P
waaila|Waaila|P
waybackmachineip|Wayback Machine (Independent Publisher)|P
waywedo|Way We Do|P
wdatp|Microsoft Defender ATP|P
webcontents|HTTP with Microsoft Entra ID (preauthorized)|P
webcontentsv2|HTTP With Microsoft Entra ID|P
webex|Webex|S
webmerge|Formstack Documents|S
wendocslinker|WenDocs Linker|P
withoutwireinventory|WithoutWire Inventory Platform|P
witivio|Witivio|P
woocommerce|WooCommerce|P
wordonlinebusiness|Word Online (Business)|P
wordpress|WordPress|S
workdayhcm|Workday HCM|P
workpoint|WorkPoint|P
workspan|WorkSpan|P
wpformsbyreenhancedl|WPForms by Reenhanced LLC|P
wqrmriskforecastserv|WQRM Risk Forecast Services|P
xbridgerdocumentmanager|Xbridger Document Manager|P
xooablockchain|Xooa Blockchain Database|P
xooadb|Xooa Blockchain Smart Contract|P
xpertdoc|Xpertdoc (Deprecated)|P
yakchat|YakChat|P
yammer|Viva Engage|S
yarado|Yarado|P
yeeflow|Yeeflow|P
yeelight|Yeelight|P
zahara|Zahara|P
zanranscaffolder|Zanran Scaffolder|P
zendesk|Zendesk|P
zenkraft|Zenkraft|P
zeptomail|Zoho ZeptoMail|P
zippydoc|ZIPPYDOC|P
zohomail|Zoho Mail|P
zohosign|Zoho Sign|P
zreports|zReports|P
zuvadocai|Zuva DocAI|P
zvanuparvaldnieks|Zvanu Parvaldnieks|P
`;
