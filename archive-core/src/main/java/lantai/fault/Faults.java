package lantai.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import lantai.fault.FaultPoint.Effect;
import lantai.fault.FaultPoint.Side;

/**
 * Breaks the process on purpose, once for each order. Only where the environment names a folder of orders
 * ({@value #FOLDER}), which {@code lantai bench faults} does for archives of its own; everywhere else nothing is looked up.
 *
 * <p>An order is a file named after the point and the side, such as {@code PUT-AFTER}, that holds the effect. Whoever gets there
 * first takes it: the file is renamed to {@code PUT-AFTER.taken}.
 */
public final class Faults {
    /** The variable of the environment that names the folder of orders. */
    public static final String FOLDER = "LANTAI_FAULTS";

    private static final Logger LOG = System.getLogger(Faults.class.getName());
    private static final int KILLED = 137;
    private static final Faults OF_THIS_PROCESS =
            new Faults(Optional.ofNullable(System.getenv(FOLDER)).map(Path::of));

    private final Optional<Path> orders;

    Faults(Optional<Path> orders) {
        this.orders = orders;
    }

    /** Does what is ordered before a step. */
    public static void before(FaultPoint point) {
        OF_THIS_PROCESS.at(point, Side.BEFORE);
    }

    /** Does what is ordered after a step. */
    public static void after(FaultPoint point) {
        OF_THIS_PROCESS.at(point, Side.AFTER);
    }

    /**
     * Orders one fault.
     *
     * @return the file that is there once the fault has struck
     */
    public static Path order(Path folder, FaultPoint point, Side side, Effect effect) throws IOException {
        var order = folder.resolve(point + "-" + side);
        var half = Files.writeString(folder.resolve("half"), effect.name());
        Files.move(half, order, StandardCopyOption.ATOMIC_MOVE);
        return taken(order);
    }

    private static Path taken(Path order) {
        return order.resolveSibling(order.getFileName() + ".taken");
    }

    void at(FaultPoint point, Side side) {
        orders.ifPresent(folder -> {
            var order = folder.resolve(point + "-" + side);
            if (Files.exists(order)) {
                take(order).ifPresent(effect -> strike(effect, point, side));
            }
        });
    }

    private static Optional<Effect> take(Path order) {
        try {
            var taken = Files.move(order, taken(order), StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(Effect.valueOf(Files.readString(taken)));
        } catch (NoSuchFileException another) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void strike(Effect effect, FaultPoint point, Side side) {
        LOG.log(Level.WARNING, "broken on purpose: {0} {1} {2}", effect, side, point);
        switch (effect) {
            case KILL -> Runtime.getRuntime().halt(KILLED);
            case ERROR -> throw new UncheckedIOException(new IOException("broken on purpose " + side + " " + point));
            case HANG -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
