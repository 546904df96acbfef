package lantai.web;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lantai.access.ListedItems;
import lantai.access.VisibleItems;
import lantai.account.AccountNames;
import lantai.account.AccountRegister;
import lantai.account.DepartmentRegister;
import lantai.account.IdentityTies;
import lantai.account.OpenSignIns;
import lantai.account.PersonTies;
import lantai.account.SecondFactors;
import lantai.account.SignInDesk;
import lantai.account.SignInSettings;
import lantai.audit.AuditTrail;
import lantai.audit.HeadFolder;
import lantai.audit.HeadMaker;
import lantai.backup.BackupDesk;
import lantai.database.Database;
import lantai.exchange.ItemExport;
import lantai.ingest.filing.FactProposals;
import lantai.ingest.filing.FiledWords;
import lantai.ingest.intake.FileList;
import lantai.ingest.intake.Pace;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.review.MaterialDesk;
import lantai.ingest.review.ParticularDesk;
import lantai.ingest.scan.HandOverDesk;
import lantai.ingest.scan.SampleDesk;
import lantai.key.SigningKey;
import lantai.photo.PhotoLines;
import lantai.record.OutsideCodes;
import lantai.web.account.AccountBulkResource;
import lantai.web.account.AccountDeedResource;
import lantai.web.account.AccountResource;
import lantai.web.account.DepartmentResource;
import lantai.web.account.IdentityApiResource;
import lantai.web.account.People;
import lantai.web.account.RoleResource;
import lantai.web.appraisal.AppraisalApiResource;
import lantai.web.appraisal.AppraisalWaiting;
import lantai.web.appraisal.DestructionApiResource;
import lantai.web.appraisal.DueResource;
import lantai.web.appraisal.HoldApiResource;
import lantai.web.appraisal.HoldResource;
import lantai.web.appraisal.ListDeedResource;
import lantai.web.appraisal.ListPrintResource;
import lantai.web.appraisal.ListResource;
import lantai.web.appraisal.ScheduleApiResource;
import lantai.web.appraisal.ScheduleResource;
import lantai.web.appraisal.TaskResource;
import lantai.web.asset.AssetResource;
import lantai.web.asset.Assets;
import lantai.web.audit.AuditApiResource;
import lantai.web.audit.AuditHeadResource;
import lantai.web.audit.AuditResource;
import lantai.web.catalogue.CatalogueApiResource;
import lantai.web.catalogue.CatalogueDoors;
import lantai.web.catalogue.CatalogueResource;
import lantai.web.check.CheckApiResource;
import lantai.web.check.CheckPrintResource;
import lantai.web.check.CheckResource;
import lantai.web.check.CheckScreenDoors;
import lantai.web.code.CodeApiResource;
import lantai.web.code.CodeDoors;
import lantai.web.code.CodeResource;
import lantai.web.design.DesignResource;
import lantai.web.fonds.FondsApiResource;
import lantai.web.fonds.FondsResource;
import lantai.web.frame.FrameFilter;
import lantai.web.frame.Frames;
import lantai.web.frame.LanguageFilter;
import lantai.web.frame.NoteFilter;
import lantai.web.frame.TypedAddressResource;
import lantai.web.frame.Waiting;
import lantai.web.imports.HookApiResource;
import lantai.web.imports.HookDoors;
import lantai.web.imports.HookResource;
import lantai.web.imports.ImportApiResource;
import lantai.web.imports.ImportDoors;
import lantai.web.imports.ImportPrintResource;
import lantai.web.imports.ImportResource;
import lantai.web.imports.LeftoverApiResource;
import lantai.web.imports.LeftoverResource;
import lantai.web.inbox.Acknowledging;
import lantai.web.inbox.BatchApiResource;
import lantai.web.inbox.BatchDeedResource;
import lantai.web.inbox.Inbox;
import lantai.web.inbox.InboxResource;
import lantai.web.inbox.LiveBatches;
import lantai.web.inbox.LiveResource;
import lantai.web.inbox.QuarantineResource;
import lantai.web.inbox.UploadApiResource;
import lantai.web.insight.InsightResource;
import lantai.web.item.CopyResource;
import lantai.web.item.ImageResource;
import lantai.web.item.ItemApiResource;
import lantai.web.item.ItemDoors;
import lantai.web.item.ItemResource;
import lantai.web.item.ReasonResource;
import lantai.web.item.SoundApiResource;
import lantai.web.item.SoundResource;
import lantai.web.item.TableResource;
import lantai.web.item.TermApiResource;
import lantai.web.item.TermResource;
import lantai.web.item.TextCopies;
import lantai.web.item.TranscriptApiResource;
import lantai.web.item.TranscriptResource;
import lantai.web.list.ListDoors;
import lantai.web.list.StatutoryListApiResource;
import lantai.web.list.StatutoryListResource;
import lantai.web.oidc.OidcResource;
import lantai.web.oidc.OidcSettings;
import lantai.web.openapi.OpenApiResource;
import lantai.web.operator.AuditHeadCheck;
import lantai.web.operator.BackupCheck;
import lantai.web.operator.DatabaseCheck;
import lantai.web.operator.DiskSpaceCheck;
import lantai.web.operator.EncryptionCheck;
import lantai.web.operator.HealthResource;
import lantai.web.operator.IndexCheck;
import lantai.web.operator.WritableFolderCheck;
import lantai.web.packages.InboundResource;
import lantai.web.packages.PackageApiResource;
import lantai.web.packages.PackageImport;
import lantai.web.packages.PackageReceipts;
import lantai.web.packages.PackageResource;
import lantai.web.packages.Packing;
import lantai.web.photo.PhotoDoors;
import lantai.web.photo.PhotoGroupApiResource;
import lantai.web.photo.PhotoGroupResource;
import lantai.web.policy.DraftResource;
import lantai.web.policy.PolicyApiResource;
import lantai.web.policy.PolicyDoors;
import lantai.web.policy.PolicyResource;
import lantai.web.policy.PolicyWaiting;
import lantai.web.policy.RowResource;
import lantai.web.portal.PortalResource;
import lantai.web.problem.ArchiveExceptionMapper;
import lantai.web.report.InspectionApiResource;
import lantai.web.report.InspectionResource;
import lantai.web.report.ReportDoors;
import lantai.web.report.StatisticsApiResource;
import lantai.web.report.StatisticsResource;
import lantai.web.review.MaterialDoors;
import lantai.web.review.MaterialsApiResource;
import lantai.web.review.MaterialsResource;
import lantai.web.review.ReviewApiResource;
import lantai.web.review.ReviewDoors;
import lantai.web.review.ReviewPageResource;
import lantai.web.review.ReviewResource;
import lantai.web.review.ReviewWaiting;
import lantai.web.scan.AcceptanceApiResource;
import lantai.web.scan.AcceptanceDoors;
import lantai.web.scan.AcceptanceResource;
import lantai.web.scan.OperatorApiResource;
import lantai.web.scan.OperatorResource;
import lantai.web.scan.ScanApiResource;
import lantai.web.scan.ScanDeedResource;
import lantai.web.scan.ScanDoors;
import lantai.web.scan.ScanResource;
import lantai.web.scan.SeparatorResource;
import lantai.web.seal.SealApiResource;
import lantai.web.seal.SealDoors;
import lantai.web.seal.SealResource;
import lantai.web.search.SearchApiResource;
import lantai.web.search.SearchDoors;
import lantai.web.search.SearchResource;
import lantai.web.security.AddressFilter;
import lantai.web.security.BodyFilter;
import lantai.web.security.Guard;
import lantai.web.security.HeaderFilter;
import lantai.web.security.Parameters;
import lantai.web.security.SameSiteFilter;
import lantai.web.security.SignInFilter;
import lantai.web.security.SoundJson;
import lantai.web.signin.ComfortResource;
import lantai.web.signin.DeviceApiResource;
import lantai.web.signin.DeviceResource;
import lantai.web.signin.PasswordResource;
import lantai.web.signin.SecondFactorResource;
import lantai.web.signin.SecondFactorRule;
import lantai.web.signin.SignInResource;
import lantai.web.stacks.BoxApiResource;
import lantai.web.stacks.BoxDeedResource;
import lantai.web.stacks.BoxResource;
import lantai.web.stacks.FillingApiResource;
import lantai.web.stacks.FillingResource;
import lantai.web.stacks.LabelResource;
import lantai.web.stacks.StackDoors;
import lantai.web.store.BackupApiResource;
import lantai.web.store.BackupResource;
import lantai.web.store.StoreApiResource;
import lantai.web.store.StoreDoors;
import lantai.web.store.StoreResource;
import lantai.web.transfer.TransferWaiting;
import lantai.web.view.ViewWriter;
import lantai.web.volume.VolumeApiResource;
import lantai.web.volume.VolumeDeedResource;
import lantai.web.volume.VolumeDoors;
import lantai.web.volume.VolumeResource;
import lantai.web.workflow.WorkflowWaiting;

/** Builds everything the application consists of, once, and closes it in the end. The only place that knows all features. */
final class Wiring implements AutoCloseable {
    private final InstantSource clock = InstantSource.system();
    private final Database database;
    private final AuditTrail audit;
    private final SecondFactors factors;
    private final SignInDesk desk;
    private final Doors doors;
    private final HeadFolder headFolder;
    private final HeadMaker heads;
    private final BackupDesk backups;
    private final Disposal disposal;
    private final Transfers transfers;
    private final Inbox inbox;
    private final LiveBatches liveBatches;
    private final Housekeeping housekeeping;
    private final TextCopies copies;
    private final Set<Object> resources;

    Wiring(Settings settings) {
        database = Database.open(settings.database());
        audit = new AuditTrail(clock);
        doors = new Doors(settings, database, audit, clock);
        doors.seed();
        factors = new SecondFactors(audit, doors.keys, clock, new SecondFactorRule(doors.policies));
        desk = new SignInDesk(database.jdbi(), audit, clock, SignInSettings.usual(), factors);
        headFolder = new HeadFolder(settings.heads());
        heads = new HeadMaker(
                database.jdbi(),
                SigningKey.open(settings.data().resolve("keys")),
                headFolder,
                settings.headPace(),
                clock);
        backups = new BackupDesk(
                settings.data(), database.jdbi(), doors.store.locations().getFirst(), settings.backups(), audit, clock);
        disposal = new Disposal(doors, desk, settings.data());
        transfers = new Transfers(doors, desk, settings.data());
        inbox = inbox();
        liveBatches = new LiveBatches(inbox);
        var staging = settings.data().resolve("staging");
        var health = new HealthResource(List.of(
                new DatabaseCheck(database),
                new WritableFolderCheck("staging", staging),
                new DiskSpaceCheck(staging),
                new IndexCheck(doors.search),
                new EncryptionCheck(doors.store.keys()),
                new AuditHeadCheck(headFolder, heads),
                new BackupCheck(backups)));
        var all = new LinkedHashSet<>(List.of(
                new JacksonJsonProvider(SoundJson.mapper(), JacksonJsonProvider.BASIC_ANNOTATIONS),
                new ViewWriter(),
                health));
        all.addAll(frame(settings));
        all.addAll(people(settings));
        all.addAll(review());
        all.addAll(scans());
        all.add(new PortalResource(database.jdbi(), doors.items, doors.persons, audit));
        all.add(new InsightResource(database.jdbi(), doors.search, audit));
        all.addAll(inboxResources());
        all.addAll(appraisal());
        all.addAll(checks());
        all.addAll(store(settings));
        all.addAll(transfers.resources());
        copies = new TextCopies(items(settings));
        all.addAll(find(settings));
        all.addAll(Describing.resources(doors, items(settings)));
        all.addAll(Correcting.resources(doors, items(settings)));
        all.addAll(house(settings));
        all.addAll(arrangement());
        all.addAll(reports());
        all.addAll(stacks());
        resources = Set.copyOf(all);
        housekeeping = new Housekeeping(doors, heads, disposal, transfers, backups, settings);
    }

    /** What surrounds every page and guards every request. */
    private List<Object> frame(Settings settings) {
        var assets = new Assets();
        return List.of(
                new AssetResource(assets),
                new AddressFilter(),
                new Parameters(),
                new BodyFilter(),
                new LanguageFilter(),
                new OpenApiResource(),
                new FrameFilter(new Frames(assets, waiting(), this::shownName, settings.development())),
                new NoteFilter(),
                new Acknowledging(),
                new SameSiteFilter(),
                new SignInFilter(desk),
                new Guard(),
                new HeaderFilter(),
                new ArchiveExceptionMapper(),
                new ComfortResource(),
                new TypedAddressResource(),
                new DesignResource());
    }

    private String shownName(String name) {
        return database.jdbi().withHandle(handle -> AccountNames.shown(handle, name));
    }

    /** Who counts what waits for a person, for the numbers beside the menu. */
    private List<Waiting> waiting() {
        return List.of(
                new ReviewWaiting(database.jdbi(), doors.documents),
                new WorkflowWaiting(database.jdbi(), doors.workflow, clock),
                new PolicyWaiting(new PolicyDoors(database.jdbi(), doors.policies, doors.drafts)),
                new AppraisalWaiting(database.jdbi(), disposal.doors.destruction()),
                new TransferWaiting(database.jdbi(), transfers.doors.desk()));
    }

    /** Sign-ins, accounts, departments, roles, the audit trail. */
    private List<Object> people(Settings settings) {
        var register = new AccountRegister(audit, clock);
        var open = new OpenSignIns(audit, clock, SignInSettings.usual());
        var signIn = new SignInResource(desk, clock, settings.provider().map(OidcSettings::name));
        var people = new People(
                database.jdbi(),
                register,
                factors,
                open,
                new PersonTies(register, audit),
                new IdentityTies(register, audit, clock),
                settings.provider().map(provider -> provider.issuer().toString()),
                new DepartmentRegister(audit),
                doors.persons);
        var resources = new ArrayList<Object>(List.of(
                signIn,
                signIn.code(),
                new SecondFactorResource(database.jdbi(), factors, desk),
                new DeviceResource(database.jdbi(), open),
                new DeviceApiResource(database.jdbi(), register, open),
                new PasswordResource(database.jdbi(), register, desk),
                new AccountResource(people),
                new AccountDeedResource(people),
                new IdentityApiResource(people),
                new AccountBulkResource(people),
                new DepartmentResource(people),
                new RoleResource(people),
                new AuditResource(database.jdbi(), audit),
                new AuditHeadResource(database.jdbi(), audit, headFolder, heads),
                new AuditApiResource(database.jdbi(), audit, headFolder)));
        settings.provider()
                .map(provider -> new OidcResource(provider, desk, doors.keys, clock))
                .ifPresent(resources::add);
        return resources;
    }

    /** The review desk. */
    private List<Object> review() {
        var parts = new ReviewDoors(
                database.jdbi(),
                doors.batches,
                doors.files,
                doors.documents,
                doors.review,
                new ParticularDesk(doors.documents, audit, clock),
                doors.particulars,
                doors.filing,
                doors.rules,
                doors.work,
                doors.pictures,
                doors.staging,
                doors.checks.reports(),
                audit);
        var sealed = new SealDoors(database.jdbi(), doors.sealed, audit);
        var materials = new MaterialDoors(
                database.jdbi(),
                doors.batches,
                new MaterialDesk(doors.documents, doors.files),
                doors.scheme,
                doors.rules,
                audit);
        return List.of(
                new ReviewResource(parts),
                new ReviewApiResource(parts),
                new ReviewPageResource(parts),
                new SealResource(sealed),
                new SealApiResource(sealed),
                new MaterialsResource(materials),
                new MaterialsApiResource(materials));
    }

    /** The quality of scans. */
    private List<Object> scans() {
        var parts = new ScanDoors(
                database.jdbi(),
                doors.batches,
                doors.files,
                doors.documents,
                doors.scans,
                doors.pictures,
                doors.staging);
        var acceptance = new AcceptanceDoors(
                parts, new SampleDesk(doors.scans, audit, clock), new HandOverDesk(doors.scans, audit, clock));
        return List.of(
                new ScanResource(parts),
                new ScanDeedResource(parts),
                new SeparatorResource(parts),
                new ScanApiResource(parts),
                new AcceptanceResource(acceptance),
                new AcceptanceApiResource(acceptance),
                new OperatorResource(acceptance, clock, Doors.ZONE),
                new OperatorApiResource(acceptance, clock, Doors.ZONE));
    }

    /** Receiving: batches, uploads, quarantine. */
    private List<Object> inboxResources() {
        return List.of(
                new BatchApiResource(inbox, clock),
                new UploadApiResource(inbox),
                new InboxResource(inbox, new AccountRegister(audit, clock)),
                new BatchDeedResource(inbox),
                new QuarantineResource(inbox),
                new LiveResource(liveBatches));
    }

    /** How long records are kept, and what becomes of them afterwards. */
    private List<Object> appraisal() {
        return List.of(
                new ScheduleResource(database.jdbi(), doors.retention),
                new ScheduleApiResource(database.jdbi(), doors.retention),
                new HoldResource(disposal.doors),
                new HoldApiResource(disposal.doors),
                new DueResource(disposal.doors),
                new TaskResource(disposal.doors),
                new ListResource(disposal.doors),
                new ListDeedResource(disposal.doors),
                new ListPrintResource(disposal.doors),
                new AppraisalApiResource(disposal.doors),
                new DestructionApiResource(disposal.doors));
    }

    /** Where objects lie, and how they are read again. */
    private List<Object> store(Settings settings) {
        var parts = new StoreDoors(
                database.jdbi(),
                doors.store,
                doors.scrubs,
                doors.ledger,
                settings.store().quorum(),
                doors.capabilities,
                audit);
        return List.of(
                new StoreResource(parts),
                new StoreApiResource(parts),
                new BackupResource(backups),
                new BackupApiResource(backups));
    }

    /** The four-property check. */
    private List<Object> checks() {
        var parts = new CheckScreenDoors(database.jdbi(), doors.checks, doors.batches, doors.items, audit);
        return List.of(new CheckResource(parts), new CheckPrintResource(parts), new CheckApiResource(parts));
    }

    private Inbox inbox() {
        return new Inbox(
                database.jdbi(),
                doors.batches,
                doors.intake,
                doors.uploads,
                doors.documents,
                doors.filing,
                doors.rules,
                doors.catalogue,
                doors.staging,
                audit,
                new FileList(),
                new Pace(clock));
    }

    /** Finding filed records, looking at them, taking copies away. */
    private List<Object> find(Settings settings) {
        var search = new SearchDoors(database.jdbi(), doors.search, doors.items, doors.catalogue, audit);
        var items = items(settings);
        return List.of(
                new SearchResource(search),
                new SearchApiResource(search),
                new ItemResource(items, copies),
                new CopyResource(items, copies),
                new TableResource(items),
                new SoundResource(items),
                new SoundApiResource(items),
                new TranscriptResource(items),
                new TranscriptApiResource(items),
                new ReasonResource(items),
                new TermResource(items),
                new TermApiResource(items),
                new ImageResource(items),
                new ItemApiResource(items));
    }

    /** The rules of the house and the register of fonds. */
    private List<Object> house(Settings settings) {
        var policies = new PolicyDoors(database.jdbi(), doors.policies, doors.drafts);
        var catalogue = new CatalogueDoors(
                database.jdbi(),
                new VisibleItems(),
                doors.catalogue,
                doors.scheme,
                doors.fonds,
                doors.volumes,
                doors.volumeRules,
                doors.photos,
                audit);
        var packing = new Packing(
                database.jdbi(),
                doors.items,
                doors.catalogue,
                doors.fonds,
                new ItemExport(doors.store, clock, Doors.ZONE),
                audit);
        var receipts = new PackageReceipts(database.jdbi(), doors.batches, new ReceivedFiles(clock), audit);
        var hooks = new HookDoors(database.jdbi(), doors.hooking, doors.batches, audit);
        var imports = new ImportDoors(database.jdbi(), doors.catalogues.desk(), audit, clock);
        var codes = new CodeDoors(
                database.jdbi(),
                doors.items,
                doors.gaps,
                doors.renumbering,
                new OutsideCodes(doors.fonds),
                doors.filing,
                doors.jobs);
        return List.of(
                new PolicyResource(policies),
                new DraftResource(policies),
                new RowResource(policies),
                new PolicyApiResource(policies),
                new CatalogueResource(catalogue),
                new CatalogueApiResource(catalogue),
                new HookResource(hooks),
                new LeftoverResource(hooks),
                new LeftoverApiResource(hooks),
                new HookApiResource(hooks),
                new ImportResource(imports),
                new PackageResource(packing),
                new PackageApiResource(
                        packing,
                        receipts,
                        new PackageImport(
                                database.jdbi(),
                                doors.batches,
                                doors.intake,
                                receipts,
                                settings.data().resolve("temporary"))),
                new InboundResource(),
                new ImportPrintResource(imports),
                new ImportApiResource(imports),
                new CodeResource(codes),
                new CodeApiResource(codes),
                new FondsResource(database.jdbi(), doors.fonds, clock),
                new FondsApiResource(database.jdbi(), doors.fonds));
    }

    /** Volumes, and the statutory lists. */
    private List<Object> arrangement() {
        var volumes = new VolumeDoors(
                database.jdbi(),
                doors.volumes,
                doors.volumeDesk,
                doors.volumeClosing,
                doors.volumeForming,
                doors.items,
                doors.scheme,
                audit);
        var photoLines = new PhotoLines(doors.items, new FiledWords(doors.store));
        var lists = new ListDoors(
                database.jdbi(),
                new ListedItems(),
                doors.volumes,
                doors.photos,
                photoLines,
                doors.listRules,
                doors.scheme,
                doors.fonds,
                audit);
        var photos = new PhotoDoors(database.jdbi(), doors.photos, photoLines, doors.photoDesk, doors.scheme, audit);
        return List.of(
                new VolumeResource(volumes),
                new VolumeDeedResource(volumes),
                new VolumeApiResource(volumes),
                new PhotoGroupResource(photos),
                new PhotoGroupApiResource(photos),
                new StatutoryListResource(lists),
                new StatutoryListApiResource(lists));
    }

    /** What is reported of the archive each year, and self-inspection. */
    private List<Object> reports() {
        var parts = new ReportDoors(database.jdbi(), doors.statistics, doors.inspections);
        return List.of(
                new StatisticsResource(parts),
                new StatisticsApiResource(parts),
                new InspectionResource(parts),
                new InspectionApiResource(parts));
    }

    /** Boxes and places. */
    private List<Object> stacks() {
        var stacks = new StackDoors(
                database.jdbi(),
                doors.boxes,
                doors.boxDesk,
                doors.boxFilling,
                doors.stackRules,
                doors.volumes,
                doors.items,
                doors.scheme,
                doors.listRules,
                audit);
        return List.of(
                new BoxResource(stacks),
                new BoxDeedResource(stacks),
                new BoxApiResource(stacks),
                new FillingResource(stacks),
                new FillingApiResource(stacks),
                new LabelResource(stacks));
    }

    private ItemDoors items(Settings settings) {
        return new ItemDoors(
                database.jdbi(),
                doors.items,
                doors.catalogue,
                doors.texts,
                doors.store,
                doors.pictures,
                doors.waveforms,
                doors.transcripts,
                doors.readers,
                doors.persons,
                new DepartmentRegister(audit),
                doors.files,
                new FactProposals(doors.documents, doors.files),
                doors.search,
                doors.disclosure,
                doors.particulars,
                doors.descriptions,
                disposal.doors.holds(),
                disposal.doors.terms(),
                disposal.doors.tombstones(),
                audit,
                doors.volumes,
                doors.boxes,
                doors.photos,
                doors.listRules,
                settings.data().resolve("derivatives"),
                clock);
    }

    /** Resources and providers of the application; each is used by many threads at once. */
    Set<Object> resources() {
        return resources;
    }

    @Override
    public void close() {
        liveBatches.close();
        housekeeping.close();
        copies.close();
        doors.close();
        database.close();
    }
}
