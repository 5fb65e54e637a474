package id.deskpilkada.platform.web.guard;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be asked of one node, and how large one request may be. Where a kind of request has no limit here, it has none.
 *
 * @param exempt networks whose addresses are not counted, such as the machine itself
 * @param address for each kind of request, what all people behind one address may ask together
 * @param account for each kind of request, what one signed-in person may ask
 * @param body for each kind of request, the largest body
 */
@ConfigurationProperties("desk.limits")
record Limits(
        @DefaultValue List<String> exempt,
        @DefaultValue Map<Traffic, Rate> address,
        @DefaultValue Map<Traffic, Rate> account,
        @DefaultValue Map<Traffic, DataSize> body) {

    /**
     * @param perMinute requests that may be made for long
     * @param burst requests that may be made at once
     */
    record Rate(int perMinute, int burst) {

        Bucket full() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                    .build();
        }
    }

    @Nullable
    DataSize largestBody(Traffic traffic) {
        return body.getOrDefault(traffic, body.get(Traffic.OTHER));
    }
}
