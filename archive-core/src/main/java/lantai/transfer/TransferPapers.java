package lantai.transfer;

import java.util.List;
import lantai.print.Table;
import lantai.problem.ArchiveException;
import org.jdbi.v3.core.Handle;

/** The papers of a transfer, in Chinese as on paper. Implemented where the words are. */
public interface TransferPapers {
    /** The kinds of papers. */
    enum Kind {
        /** 电子档案移交与接收登记表. */
        REGISTER("register"),
        /** 移交档案目录. */
        CATALOGUE("catalogue"),
        /** 开放审核意见表. */
        OPINIONS("opinions"),
        /** 移交接收回执: to be filled in by the archives. */
        RECEIPT("receipt");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** {@return its name in rules and addresses} */
        public String code() {
            return code;
        }
    }

    /** {@return a paper of a list} */
    Table paper(Handle handle, Kind kind, TransferList list, List<TransferEntry> entries);

    /** {@return the note on the medium (说明文件.TXT)} */
    String note(TransferList list, List<TransferEntry> entries, long bytes);

    /** {@return how files and folders are named} */
    String naming();

    /** {@return why something could not be done, as a sentence} */
    String told(ArchiveException failure);
}
