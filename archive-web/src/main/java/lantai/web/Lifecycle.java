package lantai.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Opens the {@link Wiring} with the application and closes it with it. Named in web.xml, so the container makes it. */
public final class Lifecycle implements ServletContextListener {
    private static final Logger LOG = System.getLogger(Lifecycle.class.getName());
    private static final String WIRING = Wiring.class.getName();

    private @Nullable Wiring wiring;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        followSupervisor();
        wiring = new Wiring(Settings.of(System.getenv()));
        event.getServletContext().setAttribute(WIRING, wiring);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (wiring != null) {
            wiring.close();
        }
    }

    static Wiring wiring(ServletContext context) {
        if (context.getAttribute(WIRING) instanceof Wiring wiring) {
            return wiring;
        }
        throw new IllegalStateException("the application has no wiring");
    }

    /** A server whose supervisor was killed would hold port and data folder for ever, so it goes with it. */
    private static void followSupervisor() {
        var supervisor = System.getenv("LANTAI_SUPERVISOR");
        if (supervisor == null) {
            return;
        }
        Thread.ofPlatform().daemon().name("supervisor watch").start(() -> {
            ProcessHandle.of(Long.parseLong(supervisor))
                    .ifPresent(process -> process.onExit().join());
            LOG.log(Level.WARNING, "the supervisor has ended, so does this server");
            System.exit(0);
        });
    }
}
