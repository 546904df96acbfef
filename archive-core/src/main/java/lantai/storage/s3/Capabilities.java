package lantai.storage.s3;

import java.util.ArrayList;
import java.util.List;

/**
 * What an S3 store really does, as it was tried, not as it says.
 *
 * @param conditionalPut whether a PUT with {@code If-None-Match: *} is refused where the key is taken
 * @param versions whether what is written over stays as an older version
 * @param deleteMarkers whether a DELETE without a version only hides the key
 * @param locks whether a version under retention cannot be deleted before its time
 */
public record Capabilities(boolean conditionalPut, boolean versions, boolean deleteMarkers, boolean locks) {
    /** {@return what WORM mode wants and is missing} */
    public List<String> missingForWorm() {
        var missing = new ArrayList<String>();
        if (!versions) {
            missing.add("versioning");
        }
        if (!deleteMarkers) {
            missing.add("delete markers");
        }
        if (!locks) {
            missing.add("object lock");
        }
        return missing;
    }
}
