package id.deskpilkada.fieldreport.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.fieldreport.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasons as they stand in their column: codes with arguments, so that each reader gets them in their own language. */
public final class Reasons {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Reasons() {}

    public static @Nullable String written(List<Reason> reasons) {
        try {
            return reasons.isEmpty() ? null : MAPPER.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("reasons take texts and numbers only", e);
        }
    }

    public static List<Reason> read(@Nullable String written) {
        try {
            return written == null ? List.of() : MAPPER.readValue(written, new TypeReference<List<Reason>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be read: " + written, e);
        }
    }
}
