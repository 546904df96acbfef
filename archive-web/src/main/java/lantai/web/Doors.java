package lantai.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.audit.AuditTrail;
import lantai.check.CheckDesk;
import lantai.check.CheckDoors;
import lantai.check.CheckWork;
import lantai.check.FilingCheck;
import lantai.database.Database;
import lantai.description.BulkDesk;
import lantai.description.DescriptionDesk;
import lantai.description.DescriptionPolicy;
import lantai.disposal.QuorumRule;
import lantai.fonds.FondsRegister;
import lantai.ingest.catalogue.CatalogueRule;
import lantai.ingest.check.ReaderContents;
import lantai.ingest.check.ScannerViruses;
import lantai.ingest.correction.CorrectionDesk;
import lantai.ingest.correction.FiledTexts;
import lantai.ingest.correction.ReviewTexts;
import lantai.ingest.derive.PagePictures;
import lantai.ingest.derive.Waveforms;
import lantai.ingest.filing.DescriptionWork;
import lantai.ingest.filing.FiledWords;
import lantai.ingest.filing.FilingDesk;
import lantai.ingest.filing.FilingWork;
import lantai.ingest.filing.Placing;
import lantai.ingest.hooking.HookDesk;
import lantai.ingest.hooking.HookRule;
import lantai.ingest.index.ItemTexts;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.IntakeDesk;
import lantai.ingest.intake.IntakeSettings;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.intake.UploadDesk;
import lantai.ingest.job.DocumentOrders;
import lantai.ingest.job.JobHandler;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobQueue;
import lantai.ingest.job.Priority;
import lantai.ingest.pipeline.DocumentWork;
import lantai.ingest.pipeline.FileWork;
import lantai.ingest.pipeline.Learning;
import lantai.ingest.pipeline.ParticularPolicy;
import lantai.ingest.pipeline.Proposing;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.pipeline.UnseenAcceptance;
import lantai.ingest.pipeline.WorkFolder;
import lantai.ingest.privacy.Disclosure;
import lantai.ingest.privacy.DisclosureForm;
import lantai.ingest.privacy.DisclosureRule;
import lantai.ingest.privacy.PersonalData;
import lantai.ingest.privacy.PersonalForm;
import lantai.ingest.privacy.PersonalRule;
import lantai.ingest.propose.KindRule;
import lantai.ingest.reader.Readers;
import lantai.ingest.review.Documents;
import lantai.ingest.review.ReviewDesk;
import lantai.ingest.scan.ScanDesk;
import lantai.ingest.scan.ScanRule;
import lantai.ingest.seal.SealedPapers;
import lantai.ingest.transcribe.TranscriptDesk;
import lantai.ingest.words.WordDesk;
import lantai.ingest.words.WordRule;
import lantai.ingest.words.Words;
import lantai.ingest.workflow.WorkflowDesk;
import lantai.ingest.workflow.WorkflowRule;
import lantai.inspection.Checklist;
import lantai.inspection.InspectionDesk;
import lantai.key.KeyRing;
import lantai.key.SigningKey;
import lantai.ocr.PageText;
import lantai.person.IdNumber;
import lantai.person.InsuredPerson;
import lantai.person.PersonRegister;
import lantai.photo.PhotoGroupDesk;
import lantai.photo.PhotoGroups;
import lantai.policy.ApprovalRule;
import lantai.policy.DraftDesk;
import lantai.policy.HouseRule;
import lantai.policy.HouseRules;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.print.ListRules;
import lantai.record.CodeGaps;
import lantai.record.EncryptionRule;
import lantai.record.ItemCatalogue;
import lantai.record.ItemFiles;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCodePolicy;
import lantai.record.ReferenceCodeRule;
import lantai.record.Renumbering;
import lantai.retention.RetentionRules;
import lantai.scheme.ScheduleRule;
import lantai.scheme.SchemePolicy;
import lantai.search.SearchIndex;
import lantai.search.SearchSettings;
import lantai.stacks.Box;
import lantai.stacks.BoxDesk;
import lantai.stacks.BoxFilling;
import lantai.stacks.BoxRegister;
import lantai.stacks.StackRules;
import lantai.statistics.AnnualReports;
import lantai.statistics.StatisticsForm;
import lantai.storage.ArchivalStore;
import lantai.storage.LedgerRows;
import lantai.storage.ScrubRows;
import lantai.storage.Scrubber;
import lantai.storage.Staging;
import lantai.storage.s3.Capabilities;
import lantai.transfer.TransferRules;
import lantai.volume.Volume;
import lantai.volume.VolumeClosing;
import lantai.volume.VolumeDesk;
import lantai.volume.VolumeForming;
import lantai.volume.VolumeRegister;
import lantai.volume.VolumeRules;
import lantai.web.check.CheckWords;
import lantai.web.signin.SecondFactorRule;
import lantai.web.text.Language;

/**
 * All doors of the archive behind the screens, opened once for one data folder and one database. Opening them starts
 * nothing; {@link Housekeeping} does the work that goes on by itself.
 */
final class Doors implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final InstantSource clock;
    final Database database;
    final AuditTrail audit;
    final KeyRing keys;
    final PolicyCentre policies;
    final RetentionRules retention;
    final AnnualReports statistics;
    final InspectionDesk inspections;
    final PersonRegister persons;
    final FondsRegister fonds;
    final Staging staging;
    final LedgerRows ledger;
    final ArchivalStore store;
    final Map<String, Capabilities> capabilities;
    final ScrubRows scrubs;
    final Scrubber scrubber;
    final ItemRegister items = new ItemRegister();
    final ItemCatalogue catalogue = new ItemCatalogue();
    final ItemTexts texts;
    final PersonalData privacy;
    final Disclosure disclosure;
    final SearchIndex search;
    final Batches batches;
    final ReceivedFiles files;
    final IntakeDesk intake;
    final UploadDesk uploads;
    final Documents documents;
    final SealedPapers sealed;
    final Rules rules;
    final SchemePolicy scheme;
    final DescriptionPolicy descriptionPolicy;
    final DescriptionDesk descriptions;
    final BulkDesk bulkEdits;
    final DraftDesk drafts;
    final Words words;
    final WordDesk wordDesk;
    final CorrectionDesk corrections;
    final ReviewDesk review;
    final WorkflowDesk workflow;
    final FilingDesk filing;
    final CodeGaps gaps;
    final Renumbering renumbering;
    final VolumeRegister volumes = new VolumeRegister();
    final PhotoGroups photos = new PhotoGroups();
    final PhotoGroupDesk photoDesk;
    final VolumeRules volumeRules;
    final ListRules listRules;
    final StackRules stackRules;
    final UnseenAcceptance unseen;
    final ScanDesk scans;
    final BoxRegister boxes = new BoxRegister();
    final BoxDesk boxDesk;
    final BoxFilling boxFilling;
    final VolumeDesk volumeDesk;
    final VolumeClosing volumeClosing;
    final VolumeForming volumeForming;
    final Readers readers;
    final PagePictures pictures;
    final Waveforms waveforms;
    final TranscriptDesk transcripts;
    final WorkFolder work;
    final Catalogues catalogues;
    final HookDesk hooking;
    final ParticularPolicy particulars;
    final Map<JobKind, JobHandler> handlers;
    final JobQueue jobs;
    final CheckDoors check;
    final CheckDesk checks;

    Doors(Settings settings, Database database, AuditTrail audit, InstantSource clock) {
        this.clock = clock;
        this.database = database;
        this.audit = audit;
        var data = settings.data();
        var jdbi = database.jdbi();
        keys = KeyRing.open(data.resolve("keys"));
        policies = new PolicyCentre(audit, clock, ZONE);
        retention = new RetentionRules(policies);
        persons = new PersonRegister(keys, audit, clock);
        fonds = new FondsRegister(audit, clock);
        staging = Staging.open(data.resolve("staging"));
        ledger = new LedgerRows(jdbi, audit, clock);
        store = settings.store().open(ledger);
        closeOpened();
        capabilities = settings.store().probe(store, clock);
        scrubs = new ScrubRows(jdbi, clock);
        scrubber = new Scrubber(
                store, ledger, scrubs, new ItemFiles(jdbi), settings.scrub(), data.resolve("temporary"), clock);
        texts = new ItemTexts(store);
        disclosure = new Disclosure(jdbi, policies);
        search = SearchIndex.openOrBegin(
                data.resolve("index"),
                SearchSettings.of(number -> HexFormat.of().formatHex(keys.keyedHash(number)))
                        .withPersons(number -> jdbi.withHandle(handle -> IdNumber.parse(number)
                                .flatMap(id -> persons.find(handle, id))
                                .map(InsuredPerson::id)))
                        .withMask(() -> disclosure.rule()::masked));
        jobs = new JobQueue(clock);
        batches = new Batches(audit, clock);
        files = new ReceivedFiles(clock);
        intake = new IntakeDesk(
                jdbi,
                staging,
                batches,
                (transaction, file, urgent) ->
                        jobs.order(transaction, JobKind.READ_FILE, file, urgent ? Priority.INTERACTIVE : Priority.BULK),
                audit,
                clock);
        uploads = new UploadDesk(jdbi, staging, intake, IntakeSettings.usual(), clock);
        documents = new Documents(clock);
        sealed = new SealedPapers(
                (transaction, paper) -> jobs.order(transaction, JobKind.CLEAR_SEALED, paper, Priority.URGENT),
                audit,
                clock);
        rules = new Rules(jdbi, policies);
        scheme = new SchemePolicy(policies);
        descriptionPolicy = new DescriptionPolicy(policies);
        var codes = new ReferenceCodePolicy(fonds, clock, ZONE);
        drafts = new DraftDesk(
                policies,
                houseRules(List.of(scheme, new ScheduleRule(scheme), rules, codes, descriptionPolicy)),
                audit,
                clock);
        words = new Words(jdbi, policies);
        wordDesk = new WordDesk(policies, drafts, audit, clock);
        statistics = new AnnualReports(policies, audit, clock);
        inspections = new InspectionDesk(policies, audit, clock);
        work = new WorkFolder(data.resolve("work"));
        readers = new Readers(settings.readers(font(data.resolve("temporary"))));
        pictures = new PagePictures(data.resolve("derivatives"), readers, clock);
        waveforms = new Waveforms(data.resolve("derivatives"), readers);
        particulars = new ParticularPolicy(policies, rules);
        var proposing = new Proposing(rules, particulars, work, files);
        unseen = new UnseenAcceptance(policies, rules, documents, audit);
        scans = new ScanDesk(
                policies,
                (file, page) -> work.page(file, page).map(PageText::text).orElse(""),
                audit,
                clock);
        review = new ReviewDesk(
                documents,
                files,
                new DocumentOrders(jobs, Priority.INTERACTIVE),
                new Learning(documents, proposing, rules),
                sealed,
                policies,
                audit,
                clock);
        gaps = new CodeGaps(audit, clock);
        photoDesk = new PhotoGroupDesk(
                photos,
                (transaction, item) -> jobs.order(transaction, JobKind.DESCRIBE_ITEM, item, Priority.BULK),
                audit,
                clock);
        renumbering = new Renumbering(policies, items, gaps, audit, clock)
                .into(photoDesk)
                .minding((handle, item) -> volumes.of(handle, item)
                        .map(Volume::name)
                        .or(() -> boxes.ofItem(handle, item).map(Box::code)));
        workflow = new WorkflowDesk(policies, audit, clock, ZONE);
        filing = new FilingDesk(
                documents, new Placing(policies, files, batches, photoDesk), gaps, workflow, jobs, audit);
        volumeRules = new VolumeRules(policies);
        listRules = new ListRules(policies);
        stackRules = new StackRules(policies);
        boxDesk = new BoxDesk(boxes, stackRules, audit, clock);
        boxFilling = new BoxFilling(boxDesk, boxes, stackRules, volumeRules, audit);
        volumeDesk = new VolumeDesk(volumes, volumeRules, audit, clock);
        volumeClosing = new VolumeClosing(volumeDesk, volumeRules, audit, clock);
        volumeForming = new VolumeForming(
                volumeDesk,
                volumes,
                volumeRules,
                scheme,
                kind -> rules.kinds().kind(kind).map(KindRule::link).orElse(""));
        privacy = new PersonalData(
                jdbi,
                policies,
                rules,
                persons,
                documents,
                texts,
                audit,
                (transaction, item) -> jobs.order(transaction, JobKind.DESCRIBE_ITEM, item, Priority.BULK));
        descriptions = new DescriptionDesk(
                new DescriptionDesk.Doors(
                        descriptionPolicy,
                        items,
                        new FiledWords(store),
                        privacy::judgeAnew,
                        (transaction, item) -> jobs.order(transaction, JobKind.DESCRIBE_ITEM, item, Priority.BULK),
                        audit),
                clock,
                ZONE);
        transcripts = new TranscriptDesk(
                new TranscriptDesk.Doors(jdbi, items, store, descriptions),
                settings.engineOfSpeech(folder(data.resolve("temporary"))),
                clock);
        bulkEdits = new BulkDesk(
                jdbi,
                descriptions,
                (transaction, edit) -> jobs.order(transaction, JobKind.BULK_EDIT, edit, Priority.URGENT),
                audit,
                clock);
        corrections = new CorrectionDesk(
                new CorrectionDesk.Doors(
                        new FiledTexts(new FiledTexts.Doors(
                                items, texts, store, privacy::judgeAnew, folder(data.resolve("temporary")))),
                        new ReviewTexts(
                                documents,
                                work,
                                (transaction, document) -> jobs.order(
                                        transaction, JobKind.PROPOSE_DOCUMENT, document, Priority.INTERACTIVE)),
                        words,
                        wordDesk,
                        audit),
                clock);
        check = new CheckDoors(
                jdbi,
                items,
                store,
                fonds,
                policies,
                gaps,
                new ReaderContents(readers),
                new ScannerViruses(settings.virusScanner()),
                Optional::empty,
                SigningKey.open(data.resolve("keys")),
                CheckWords.in(Language.CHINESE),
                audit);
        checks = new CheckDesk(
                check, (transaction, run) -> jobs.order(transaction, JobKind.CHECK_RUN, run, Priority.BULK), clock);
        catalogues = new Catalogues(this, keys, data);
        hooking =
                new HookDesk(new HookDesk.Doors(jdbi, documents, files, items, policies, workflow, jobs, audit), clock);
        handlers = handlers(settings, proposing);
    }

    /** What a server that was killed had opened lies there no longer. */
    private void closeOpened() {
        try {
            store.clearOpened();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every rule of the house; a feature that owns one adds it here. */
    private static HouseRules houseRules(List<HouseRule> first) {
        var all = new ArrayList<>(first);
        all.add(new ParsedRule(WorkflowRule.POLICY, WorkflowRule.FORM, WorkflowRule::parse));
        all.add(CheckDesk.rule());
        all.add(new ParsedRule(PersonalRule.POLICY, PersonalForm.FORM, PersonalRule::parse));
        all.add(VolumeRules.houseRule());
        all.add(ListRules.houseRule());
        all.add(new ParsedRule(DisclosureRule.POLICY, DisclosureForm.FORM, DisclosureRule::parse));
        all.add(new ParsedRule(StatisticsForm.POLICY, StatisticsForm.FORM, StatisticsForm::parse));
        all.add(new ParsedRule(Checklist.POLICY, Checklist.FORM, Checklist::parse));
        all.add(StackRules.houseRule());
        all.add(new ParsedRule(HookRule.POLICY, HookRule.FORM, HookRule::parse));
        all.add(new ParsedRule(CatalogueRule.POLICY, CatalogueRule.FORM, CatalogueRule::parse));
        all.add(TransferRules.houseRule());
        all.add(QuorumRule.houseRule());
        all.add(SecondFactorRule.houseRule());
        all.add(UnseenAcceptance.houseRule());
        all.add(new ParsedRule(WordRule.POLICY, WordRule.FORM, WordRule::parse));
        all.add(ScanRule.houseRule());
        all.add(ParticularPolicy.houseRule());
        all.add(EncryptionRule.houseRule());
        all.add(new ApprovalRule(all.stream().map(HouseRule::name).toList()));
        return new HouseRules(all);
    }

    /** Writes the policies that the product comes with, unless the archive has its own. */
    void seed() {
        database.jdbi()
                .useTransaction(transaction -> policies.seed(transaction, ApprovalRule.POLICY, ApprovalRule.SHIPPED));
        rules.seed();
        words.seed();
        database.jdbi().useTransaction(particulars::seed);
        database.jdbi().useTransaction(transaction -> UnseenAcceptance.seed(transaction, policies));
        database.jdbi().useTransaction(transaction -> EncryptionRule.seed(transaction, policies));
        database.jdbi().useTransaction(transaction -> ScanDesk.seed(transaction, policies));
        database.jdbi().useTransaction(transaction -> QuorumRule.seed(transaction, policies));
        database.jdbi().useTransaction(transaction -> SecondFactorRule.seed(transaction, policies));
        database.jdbi().useTransaction(scheme::seed);
        database.jdbi().useTransaction(descriptionPolicy::seed);
        database.jdbi().useTransaction(workflow::seed);
        database.jdbi().useTransaction(retention::seed);
        database.jdbi().useTransaction(volumeRules::seed);
        database.jdbi().useTransaction(listRules::seed);
        database.jdbi().useTransaction(stackRules::seed);
        database.jdbi().useTransaction(new TransferRules(policies)::seed);
        database.jdbi().useTransaction(transaction -> CheckDesk.seed(transaction, policies));
        privacy.seed();
        disclosure.seed();
        database.jdbi().useTransaction(statistics::seed);
        database.jdbi().useTransaction(inspections::seed);
        database.jdbi().useTransaction(transaction -> policies.seed(transaction, HookRule.POLICY, HookRule.shipped()));
        database.jdbi()
                .useTransaction(
                        transaction -> policies.seed(transaction, CatalogueRule.POLICY, CatalogueRule.shipped()));
        try (var in = ReferenceCodeRule.class.getResourceAsStream("reference-codes.json")) {
            if (in == null) {
                throw new IllegalStateException("reference-codes.json is missing");
            }
            var shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            database.jdbi()
                    .useTransaction(transaction -> policies.seed(transaction, ReferenceCodeRule.POLICY, shipped));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        store.close();
        readers.close();
        search.close();
    }

    private Map<JobKind, JobHandler> handlers(Settings settings, Proposing proposing) {
        var jdbi = database.jdbi();
        var fileWork = new FileWork(new FileWork.Doors(
                jdbi,
                batches,
                files,
                documents,
                staging,
                readers,
                settings.virusScanner(),
                work,
                proposing,
                unseen,
                words,
                scans,
                audit));
        var documentWork = new DocumentWork(jdbi, documents, fileWork, work, proposing);
        var filingWork = new FilingWork(
                new FilingWork.Doors(
                        jdbi,
                        documents,
                        batches,
                        files,
                        staging,
                        store,
                        work,
                        rules,
                        particulars,
                        persons,
                        items,
                        privacy,
                        new FilingCheck(check, clock),
                        gaps,
                        catalogues.objects()::beside,
                        (handle, item) -> EncryptionRule.order(handle, policies, item),
                        audit,
                        folder(settings.data().resolve("temporary"))),
                clock);
        var description = new DescriptionWork(
                new DescriptionWork.Doors(
                        jdbi,
                        items,
                        renumbering,
                        descriptionPolicy,
                        store,
                        folder(settings.data().resolve("temporary"))),
                clock);
        return Map.of(
                JobKind.READ_FILE, fileWork::run,
                JobKind.READ_DOCUMENT, documentWork::reread,
                JobKind.PROPOSE_DOCUMENT, documentWork::propose,
                JobKind.FILE_DOCUMENT, filingWork::run,
                JobKind.CHECK_RUN, new CheckWork(check, clock)::run,
                JobKind.DESCRIBE_ITEM, description::run,
                JobKind.BULK_EDIT, bulkEdits::run,
                JobKind.HOOK_BATCH, hooking::run,
                JobKind.IMPORT_CATALOGUE, catalogues.work(readers)::run);
    }

    /** The font for pages that carry none, as a file, because the readers are processes of their own. */
    private static Path font(Path folder) {
        var font = folder(folder).resolve("NotoSansSC-Regular.ttf");
        try (var in = KeyRing.class.getResourceAsStream("/lantai/print/font/NotoSansSC-Regular.ttf")) {
            if (in == null) {
                throw new IllegalStateException("the font is missing");
            }
            Files.copy(in, font, StandardCopyOption.REPLACE_EXISTING);
            return font;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
