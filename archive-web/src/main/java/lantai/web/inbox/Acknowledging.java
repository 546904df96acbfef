package lantai.web.inbox;

import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;

/** Where a sender is told that his file is safe; a trial may break it there. */
@Provider
@Acknowledging.Acknowledges
public final class Acknowledging implements WriterInterceptor {
    /** Marks a method whose answer acknowledges a file. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Acknowledges {}

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        Faults.before(FaultPoint.ACKNOWLEDGE);
        answer.proceed();
        answer.getOutputStream().flush();
        Faults.after(FaultPoint.ACKNOWLEDGE);
    }
}
