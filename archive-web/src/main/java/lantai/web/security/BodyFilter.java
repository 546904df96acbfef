package lantai.web.security;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import lantai.problem.Malformed;

/** An empty body of JSON says as much as an empty object does; {@code null} says nothing that could be done. */
@Provider
public final class BodyFilter implements ReaderInterceptor {
    private static final byte[] NOTHING_SAID = "{}".getBytes(StandardCharsets.UTF_8);

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        // a file that is received may be JSON itself, and is taken as it is
        if (context.getType() == InputStream.class
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            return context.proceed();
        }
        var body = new PushbackInputStream(context.getInputStream());
        var first = body.read();
        if (first < 0) {
            context.setInputStream(new ByteArrayInputStream(NOTHING_SAID));
        } else {
            body.unread(first);
            context.setInputStream(body);
        }
        var read = context.proceed();
        if (read == null) {
            throw new Malformed(RequestProblem.BODY_NOT_READ, "1:1");
        }
        return read;
    }
}
