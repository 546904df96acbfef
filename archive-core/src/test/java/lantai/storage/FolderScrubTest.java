package lantai.storage;

class FolderScrubTest extends ScrubContract {
    @Override
    Location open() {
        return FolderLocation.open("one", folder.resolve("one"), folder.resolve("one-work"));
    }
}
