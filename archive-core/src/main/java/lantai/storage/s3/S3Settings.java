package lantai.storage.s3;

import java.net.URI;

/**
 * How to reach a bucket.
 *
 * @param endpoint for example {@code https://s3.example.org:9000}
 * @param prefix of every key, without a slash at its end; empty for none
 * @param region for example {@code us-east-1}
 */
public record S3Settings(
        URI endpoint, String bucket, String prefix, String region, String accessKey, String secretKey) {
    @Override
    public String toString() {
        return endpoint + "/" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
