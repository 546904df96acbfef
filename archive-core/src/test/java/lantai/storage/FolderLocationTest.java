package lantai.storage;

import java.io.IOException;
import java.nio.file.Files;

class FolderLocationTest extends LocationContract {
    @Override
    Location open() {
        return FolderLocation.open("one", folder.resolve("objects"), folder.resolve("objects-work"));
    }

    @Override
    void tamper(String path, byte[] bytes) throws IOException {
        Files.write(folder.resolve("objects").resolve(path), bytes);
    }
}
