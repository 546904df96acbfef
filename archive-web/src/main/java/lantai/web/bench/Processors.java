package lantai.web.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much processor time the parts of an archive, and this client, have taken since they began. */
final class Processors {
    private Processors() {}

    /** {@return seconds by part; processes that have ended do not count} */
    static Map<String, Double> seconds(OwnArchive archive) {
        var seconds = new LinkedHashMap<String, Double>();
        var server = archive.server().map(ProcessHandle::pid).orElse(-1L);
        archive.children().forEach(process -> seconds.merge(part(process, server), seconds(process), Double::sum));
        seconds.merge("client", seconds(ProcessHandle.current()), Double::sum);
        return seconds;
    }

    /** {@return what was taken between two looks, in hundredths of seconds} */
    static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        var taken = new LinkedHashMap<String, Double>();
        after.forEach((part, seconds) ->
                taken.put(part, Math.round((seconds - before.getOrDefault(part, 0.0)) * 100) / 100.0));
        return taken;
    }

    private static String part(ProcessHandle process, long server) {
        if (process.pid() == server) {
            return "server";
        }
        return OwnArchive.isReader(process) ? "readers" : "database";
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }
}
