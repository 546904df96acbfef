package lantai.web.frame;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Gives each request the {@link Frames}, from which its {@link Visit} makes pages. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 20)
public final class FrameFilter implements ContainerRequestFilter {
    static final String FRAMES = Frames.class.getName();

    private final Frames frames;

    public FrameFilter(Frames frames) {
        this.frames = frames;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(FRAMES, frames);
    }
}
