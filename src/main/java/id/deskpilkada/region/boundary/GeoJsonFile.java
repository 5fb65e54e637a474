package id.deskpilkada.region.boundary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A GeoJSON FeatureCollection, read one feature at a time, so that a large file is never in memory twice. */
final class GeoJsonFile {

    static final int MOST_BYTES = 16 * 1024 * 1024;
    static final int MOST_FEATURES = 10_000;

    /** What the code of a region is called in files of BIG (kdepum and its kin), of the community and of our own. */
    private static final List<String> CODES =
            List.of("kode", "code", "kode_kemendagri", "kode_wilayah", "kdepum", "kdcpum", "kdpkab", "kdppum");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ImportProblems problems;
    private final List<AreaFeature> features = new ArrayList<>();
    private int number;

    private GeoJsonFile(ImportProblems problems) {
        this.problems = problems;
    }

    /** @param number its place in the file, from 1 */
    record AreaFeature(int number, String code, Outline outline) {}

    /** @throws Problem 413 or 422 when the file as a whole cannot be used; what is wrong with single features goes to the problems */
    static List<AreaFeature> read(byte[] content, ImportProblems problems) {
        if (content.length > MOST_BYTES) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "FILE_TOO_LARGE", MOST_BYTES / 1024 / 1024);
        }
        var file = new GeoJsonFile(problems);
        try (var parser = JSON.getFactory().createParser(content)) {
            file.collection(parser);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw Problem.unprocessable("BAD_GEOJSON", at == null ? 1 : at.getLineNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.features;
    }

    private void collection(JsonParser parser) throws IOException {
        String type = "";
        boolean listed = false;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Problem.unprocessable("NO_FEATURE_COLLECTION");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            if (name.equals("features") && list) {
                listed = true;
                features(parser);
            } else if (name.equals("crs")) {
                requireDegrees(JSON.readTree(parser));
            } else if (name.equals("type")) {
                type = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        if (!listed || !type.equals("FeatureCollection")) {
            throw Problem.unprocessable("NO_FEATURE_COLLECTION");
        }
    }

    private void features(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++number > MOST_FEATURES) {
                throw Problem.unprocessable("TOO_MANY_FEATURES", MOST_FEATURES);
            }
            JsonNode feature = JSON.readTree(parser);
            String code = code(feature).orElse(null);
            if (code == null) {
                reject("kode", null, "FEATURE_WITHOUT_CODE");
                continue;
            }
            outline(feature.path("geometry"), code).ifPresent(one -> features.add(new AreaFeature(number, code, one)));
        }
    }

    private Optional<Outline> outline(JsonNode geometry, String code) {
        try {
            return Optional.of(Geometries.read(geometry));
        } catch (GeometryRefused refused) {
            reject("geometry", code, refused.code(), refused.arguments());
            return Optional.empty();
        }
    }

    private void reject(String column, @Nullable String value, String code, Object... arguments) {
        problems.add(FieldProblem.row(number, column, value, code, arguments));
    }

    private static Optional<String> code(JsonNode feature) {
        var properties = feature.path("properties");
        for (String wanted : CODES) {
            for (var property : properties.properties()) {
                var text = property.getValue().asText().strip();
                if (property.getKey().toLowerCase(Locale.ROOT).equals(wanted) && !text.isEmpty()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.of(feature.path("id").asText().strip()).filter(text -> !text.isEmpty());
    }

    /** GeoJSON is in degrees of WGS 84; older files may name another system. */
    private static void requireDegrees(JsonNode crs) {
        String name = crs.path("properties").path("name").asText("");
        if (!name.isEmpty() && !name.endsWith("CRS84") && !name.endsWith(":4326")) {
            throw Problem.unprocessable("NOT_WGS84", name);
        }
    }
}
