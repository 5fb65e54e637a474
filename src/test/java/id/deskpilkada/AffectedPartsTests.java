package id.deskpilkada;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.deskpilkada.platform.Actor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** Keeps away from the parts of our libraries that an advisory names and no open version mends (docs/security/advisories.md). */
class AffectedPartsTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.deskpilkada");

    private static final List<String> AFFECTED = List.of(
            "org.springframework.expression..",
            "org.springframework.web.servlet.mvc.UrlFilenameViewController",
            "org.springframework.web.servlet.mvc.method.annotation.FragmentsRendering..",
            "org.springframework.web.servlet.view.FragmentsRendering",
            "org.springframework.web.servlet.view.xslt..",
            "org.springframework.validation..",
            "org.springframework.security.core.token..",
            "org.springframework.security.crypto.password4j..",
            "org.springframework.security.web.authentication.www.DigestAuthenticationFilter",
            "org.springframework.security.ldap..");

    private static final Set<Class<?>> HANDED_OVER = Set.of(Actor.class, Model.class, MultipartFile.class);

    @Test
    void nothingOfOursUsesAnAffectedPart() {
        for (var part : AFFECTED) {
            var rule = part.endsWith("..")
                    ? noClasses().should().dependOnClassesThat().resideInAPackage(part)
                    : noClasses().should().dependOnClassesThat().haveFullyQualifiedName(part);
            rule.allowEmptyShould(true).check(OURS);
        }
    }

    @Test
    void noHandlerBindsFieldsToAnObject() {
        var handlers = OURS.stream()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
                        || AnnotatedElementUtils.hasAnnotation(method, ModelAttribute.class))
                .toList();

        assertThat(handlers).hasSizeGreaterThan(30);
        assertThat(handlers.stream().flatMap(AffectedPartsTests::boundParameters))
                .as("parameters that request fields are bound to")
                .isEmpty();
    }

    private static Stream<String> boundParameters(Method handler) {
        return Arrays.stream(handler.getParameters())
                .filter(AffectedPartsTests::isBound)
                .map(parameter -> handler.getDeclaringClass().getSimpleName() + "." + handler.getName() + "("
                        + parameter.getType().getSimpleName() + ")");
    }

    private static boolean isBound(Parameter parameter) {
        var model = parameter.getAnnotation(ModelAttribute.class);
        if (model != null) {
            return model.binding();
        }
        var type = parameter.getType();
        return Arrays.stream(parameter.getAnnotations())
                        .noneMatch(annotation ->
                                annotation.annotationType().getName().startsWith("org.springframework."))
                && !HANDED_OVER.contains(type)
                && !BeanUtils.isSimpleProperty(type)
                && Stream.of(
                                "jakarta.servlet.",
                                "java.util.",
                                "java.security.",
                                "org.springframework.",
                                "io.github.wimdeblauwe.")
                        .noneMatch(type.getName()::startsWith);
    }
}
