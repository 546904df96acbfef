package lantai.web.item;

import java.nio.file.Path;
import java.time.InstantSource;
import lantai.account.DepartmentRegister;
import lantai.audit.AuditTrail;
import lantai.description.DescriptionDesk;
import lantai.disposal.TermDesk;
import lantai.disposal.Tombstones;
import lantai.hold.HoldDesk;
import lantai.ingest.derive.PagePictures;
import lantai.ingest.derive.Waveforms;
import lantai.ingest.filing.FactProposals;
import lantai.ingest.index.ItemTexts;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.pipeline.ParticularPolicy;
import lantai.ingest.privacy.Disclosure;
import lantai.ingest.reader.Readers;
import lantai.ingest.transcribe.TranscriptDesk;
import lantai.person.PersonRegister;
import lantai.photo.PhotoGroups;
import lantai.print.ListRules;
import lantai.record.ItemCatalogue;
import lantai.record.ItemRegister;
import lantai.search.SearchIndex;
import lantai.stacks.BoxRegister;
import lantai.storage.ArchivalStore;
import lantai.volume.VolumeRegister;
import org.jdbi.v3.core.Jdbi;

/**
 * The doors that showing an item goes through.
 *
 * @param derivatives where copies for use are kept
 */
public record ItemDoors(
        Jdbi jdbi,
        ItemRegister items,
        ItemCatalogue catalogue,
        ItemTexts texts,
        ArchivalStore store,
        PagePictures pictures,
        Waveforms waveforms,
        TranscriptDesk transcripts,
        Readers readers,
        PersonRegister persons,
        DepartmentRegister departments,
        ReceivedFiles files,
        FactProposals facts,
        SearchIndex search,
        Disclosure disclosure,
        ParticularPolicy particulars,
        DescriptionDesk descriptions,
        HoldDesk holds,
        TermDesk terms,
        Tombstones tombstones,
        AuditTrail audit,
        VolumeRegister volumes,
        BoxRegister boxes,
        PhotoGroups photos,
        ListRules lists,
        Path derivatives,
        InstantSource clock) {}
