package id.deskpilkada.platform.web.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far a JSON body may go before it is no longer read: what our own clients send stays far below. */
@Configuration(proxyBeanMethods = false)
class JsonBounds {

    private static final int DEPTH = 50;
    private static final int NUMBER = 100;
    private static final int STRING = 200_000;
    private static final int NAME = 1_000;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer boundedJson() {
        var bounds = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNumberLength(NUMBER)
                .maxStringLength(STRING)
                .maxNameLength(NAME)
                .build();
        return builder -> builder.factory(
                JsonFactory.builder().streamReadConstraints(bounds).build());
    }

    /** The database has no null character: refused here, it is a malformed value and no failure. */
    @Bean
    Module textsWithoutNulls() {
        return new SimpleModule("texts-without-nulls")
                .addDeserializer(JsonNode.class, new Tree<>(JsonNode.class))
                .addDeserializer(ObjectNode.class, new Tree<>(ObjectNode.class))
                .addDeserializer(String.class, new StringDeserializer() {
                    @Override
                    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
                            throws IOException {
                        var text = super.deserialize(parser, context);
                        refuse(text, parser);
                        return text;
                    }
                });
    }

    private static void refuse(@Nullable String text, JsonParser parser) throws IOException {
        if (text != null && text.indexOf('\0') >= 0) {
            throw InvalidFormatException.from(parser, "null character", text, String.class);
        }
    }

    /** What is read field by field later. */
    private static final class Tree<T extends JsonNode> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient JsonDeserializer<? extends JsonNode> plain;
        private final Class<T> kind;

        Tree(Class<T> kind) {
            super(kind);
            this.kind = kind;
            this.plain = JsonNodeDeserializer.getDeserializer(kind);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var read = plain.deserialize(parser, context);
            check(read, parser);
            return kind.cast(read);
        }

        private static void check(JsonNode node, JsonParser parser) throws IOException {
            refuse(node.textValue(), parser);
            for (var part : node) {
                check(part, parser);
            }
        }

        @Override
        public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
            return kind.cast(plain.getNullValue(context));
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
            return plain.getAbsentValue(context);
        }
    }
}
