package id.deskpilkada.platform.engine.surface;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;

/** Keeps what is nobody's business out of the engine's error answers: SQL, classes, and whatever went wrong inside. It stands in the log. */
final class QuietErrors implements ContainerResponseFilter {

    private static final Pattern INTERNAL = Pattern.compile(
            "(?s)\\b(?:org|com|java|javax|jakarta|id)\\.[a-z]\\w*[.\\w$]*|SELECT |UPDATE |###|Exception\\b");
    private static final int SERVER_ERROR = 500;
    private static final int ERROR = 400;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= SERVER_ERROR) {
            answer(
                    response,
                    "ServerError",
                    "Terjadi kesalahan di server. Coba lagi; jika tetap gagal, hubungi admin TI.");
        } else if (response.getStatus() >= ERROR
                && response.getEntity() instanceof ExceptionDto told
                && told.getMessage() != null
                && INTERNAL.matcher(told.getMessage()).find()) {
            answer(response, told.getType(), "Permintaan ini tidak dapat diproses.");
        }
    }

    private static void answer(ContainerResponseContext response, String type, String message) {
        response.setEntity(Map.of("type", type, "message", message), null, MediaType.APPLICATION_JSON_TYPE);
    }
}
