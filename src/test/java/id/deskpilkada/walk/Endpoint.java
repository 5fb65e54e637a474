package id.deskpilkada.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One address and method of the running application; the page that errors are shown on is none.
 *
 * @param required names of request parameters without which it does not answer
 * @param optional names of the others
 * @param endless whether its answer never ends
 */
record Endpoint(String method, String pattern, List<String> required, List<String> optional, boolean endless) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    static List<Endpoint> of(Collection<RequestMappingHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(mapped -> !mapped.getKey().getPatternValues().contains("/error"))
                .flatMap(Endpoint::of)
                .distinct()
                .sorted(Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method))
                .toList();
    }

    private static Stream<Endpoint> of(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
        var info = mapped.getKey();
        var methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of(RequestMethod.GET)
                : List.copyOf(info.getMethodsCondition().getMethods());
        var endless = info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        var required = new ArrayList<String>();
        var optional = new ArrayList<String>();
        for (MethodParameter parameter : mapped.getValue().getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType()) && !file(parameter)) {
                var without = !asked.required() || !ValueConstants.DEFAULT_NONE.equals(asked.defaultValue());
                (without ? optional : required).add(name(asked, parameter));
            }
        }
        return info.getPatternValues().stream().flatMap(pattern -> methods.stream()
                .map(method -> new Endpoint(method.name(), pattern, required, optional, endless)));
    }

    private static boolean file(MethodParameter parameter) {
        return parameter.getNestedParameterType() == MultipartFile.class
                || parameter.nested().getNestedParameterType() == MultipartFile.class;
    }

    private static String name(RequestParam asked, MethodParameter parameter) {
        return Stream.of(asked.name(), asked.value(), String.valueOf(parameter.getParameterName()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    String key() {
        return method + " " + pattern;
    }

    boolean safe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean page() {
        return !pattern.startsWith("/api/");
    }

    List<String> pathVariables() {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1)).toList();
    }

    /** What has to be filled for an answer. */
    List<String> needed() {
        return Stream.concat(pathVariables().stream(), required.stream()).toList();
    }

    /** The address with its variables and parameters filled. */
    String address(Map<String, String> values) {
        var path = VARIABLE.matcher(pattern).replaceAll(found -> values.get(found.group(1)));
        var query = values.entrySet().stream()
                .filter(value -> !pathVariables().contains(value.getKey()))
                .map(value -> value.getKey() + "="
                        + java.net.URLEncoder.encode(value.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .sorted()
                .toList();
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    @Override
    public String toString() {
        return key();
    }
}
