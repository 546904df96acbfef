package lantai.web.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantai.database.Database;
import lantai.record.GeneratedCatalogue;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;

/**
 * How long the pages of an archivist take while the catalogue grows: each asked for over HTTP, whole, again and again. The
 * records are catalogue entries alone, without files.
 */
public final class CatalogueBench {
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int ROUNDS = 21;
    private static final List<Integer> BOUND = List.of(2000, 2001, 2002);

    private final Path distribution;
    private final Path folder;
    private final InstantSource clock;

    /**
     * A measuring to come.
     *
     * @param distribution what the build has put together
     * @param folder an empty folder on the disk that is to be measured
     */
    public CatalogueBench(Path distribution, Path folder, InstantSource clock) {
        this.distribution = distribution;
        this.folder = folder;
        this.clock = clock;
    }

    /** {@return for each size of the catalogue the median of each page in milliseconds, as its reader waits for it} */
    public Map<String, Object> run() throws IOException, InterruptedException {
        try (var archive = OwnArchive.start(distribution, folder.resolve("data"), Map.of());
                var database = Database.open(RunningArchive.find(archive.data()).database(Map.of()))) {
            var clerk = Clerk.of(archive, clock);
            var figures = new LinkedHashMap<String, Object>();
            var generated = new GeneratedCatalogue(classes(archive, clerk));
            for (var size : SIZES) {
                var until = size;
                database.jdbi().useHandle(handle -> generated.add(handle, until));
                figures.put(Integer.toString(size), medians(archive.address(), clerk.token()));
            }
            return figures;
        }
    }

    /** {@return the classes of the scheme in force} */
    static List<GeneratedCatalogue.ClassOfItems> classes(OwnArchive archive, Clerk clerk)
            throws IOException, InterruptedException {
        try (var remote = new Remote(archive.address(), clerk.token())) {
            var classes = new ArrayList<GeneratedCatalogue.ClassOfItems>();
            for (var node : remote.get("catalogue/classes")) {
                classes.add(new GeneratedCatalogue.ClassOfItems(
                        node.get("category").asText(), node.get("code").asText()));
            }
            return classes;
        }
    }

    private static Map<String, Long> medians(URI address, String token) throws IOException, InterruptedException {
        // a client of its own for each size: while records are poured in, the server closes what rests
        try (var remote = new Remote(address, token);
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            var places = remote.get("catalogue/tree");
            var place = places.get(places.size() / 2);
            var node = "fonds=J057&category=" + place.get("category").asText() + "&class="
                    + coded(place.get("classCode").asText());
            var year = place.get("year").asText();
            var scope = remote.get("codes/scopes").get(0).get("scope").asText();
            for (var bound : BOUND) {
                remote.post("volumes/form", Map.of("fonds", "J057", "category", "KU", "year", bound));
            }
            var medians = new LinkedHashMap<String, Long>();
            for (var page : List.of(
                    "catalogue",
                    "catalogue?fonds=J057&category=ZP",
                    "catalogue?kept=electronic",
                    "catalogue?" + node,
                    "catalogue?" + node + "&year=" + year,
                    "catalogue?" + node + "&after="
                            + coded("J057-" + place.get("classCode").asText() + "·2010"),
                    "api/v1/catalogue/tree",
                    "codes",
                    "codes/gaps?scope=" + coded(scope),
                    "appraisal",
                    "appraisal?page=100",
                    "appraisal?category=" + place.get("category").asText() + "&term=D10",
                    "appraisal/schedule",
                    "volumes",
                    "volumes?fonds=J057&category=KU&year=" + BOUND.getFirst(),
                    "volumes/form?fonds=J057&category=KU&year=" + (BOUND.getLast() + 1),
                    "boxes",
                    "checks",
                    "descriptions/bulk",
                    "workflow",
                    "reports",
                    "lists/items/pdf?" + node + "&year=" + year,
                    "lists/register/xlsx?" + node + "&year=" + year,
                    "transfers",
                    "transfers/new",
                    "transfers/new?page=100",
                    "catalogue/imports",
                    "catalogue/hooking",
                    "catalogue/leftover",
                    "fonds")) {
                medians.put(page.replaceAll("=[^&]*", ""), median(client, address.resolve(page), token));
            }
            return medians;
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long median(HttpClient client, URI page, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh-CN")
                .build();
        var millis = new long[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            var answer = client.send(request, BodyHandlers.ofString());
            millis[round] = (System.nanoTime() - start) / 1_000_000;
            if (answer.statusCode() != 200) {
                throw new IOException(page + " answered " + answer.statusCode() + ": " + answer.body());
            }
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
