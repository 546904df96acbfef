package lantai.ingest.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is true of a sample, to compare results with. It lies as {@code truth.json} beside the folder of the sample, so that
 * it is not taken in with it.
 *
 * @param mark 样例·测试数据
 * @param persons who appears by name
 * @param files in the order of delivery
 */
public record Truth(String mark, List<TruthPerson> persons, List<TruthFile> files) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public Truth {
        persons = List.copyOf(persons);
        files = List.copyOf(files);
    }

    /**
     * Reads the truth of a sample that was written into this folder.
     *
     * @throws IOException when there is none or it is not whole
     */
    public static Truth beside(Path folder) throws IOException {
        return JSON.readValue(Files.readAllBytes(place(folder)), Truth.class);
    }

    /**
     * {@return the file with this path}
     *
     * @throws IllegalArgumentException when there is none
     */
    public TruthFile file(String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the sample: \"" + path + '"'));
    }

    void writeBeside(Path folder) throws IOException {
        Files.write(place(folder), JSON.writeValueAsBytes(this));
    }

    private static Path place(Path folder) {
        return folder.toAbsolutePath().resolveSibling("truth.json");
    }
}
