package lantai.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import lantai.fault.FaultPoint.Effect;
import lantai.fault.FaultPoint.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
    @TempDir
    private Path folder;

    @Test
    void anOrderStrikesOnceAtItsPointAlone() throws IOException {
        var faults = new Faults(Optional.of(folder));
        var struck = Faults.order(folder, FaultPoint.PUT, Side.AFTER, Effect.ERROR);
        faults.at(FaultPoint.PUT, Side.BEFORE);
        faults.at(FaultPoint.COMMIT, Side.AFTER);
        assertThat(struck).doesNotExist();
        assertThatThrownBy(() -> faults.at(FaultPoint.PUT, Side.AFTER))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("AFTER PUT");
        assertThat(struck).exists();
        faults.at(FaultPoint.PUT, Side.AFTER);
    }

    @Test
    void withoutAFolderOfOrdersNothingStrikes() throws IOException {
        Faults.order(folder, FaultPoint.HASH, Side.BEFORE, Effect.ERROR);
        new Faults(Optional.empty()).at(FaultPoint.HASH, Side.BEFORE);
        Faults.before(FaultPoint.HASH);
        assertThat(folder.resolve("HASH-BEFORE")).exists();
    }
}
