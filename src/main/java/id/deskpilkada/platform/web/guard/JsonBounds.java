package id.deskpilkada.platform.web.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
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
        return new SimpleModule("texts-without-nulls").addDeserializer(String.class, new StringDeserializer() {
            @Override
            public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                var text = super.deserialize(parser, context);
                if (text != null && text.indexOf('\0') >= 0) {
                    throw InvalidFormatException.from(parser, "null character", text, String.class);
                }
                return text;
            }
        });
    }
}
