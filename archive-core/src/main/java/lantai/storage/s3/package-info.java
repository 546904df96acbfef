/** A storage location that is a bucket, through the MinIO SDK. Start at {@link lantai.storage.s3.BucketLocation}. */
@NullMarked
package lantai.storage.s3;

import org.jspecify.annotations.NullMarked;
