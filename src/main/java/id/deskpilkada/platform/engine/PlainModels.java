package id.deskpilkada.platform.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a model that carries code of its own: scripts in tasks, conditions, listeners and mappings, classes and bean names to instantiate or call by, connectors, mail and
 * shell tasks. A model calls methods of {@code *Process} beans and nothing else.
 */
final class PlainModels extends AbstractBpmnParseListener {

    private static final Set<String> ELEMENTS = Set.of("script", "scriptTask", "connector", "field");
    private static final Set<String> ATTRIBUTES = Set.of(
            "scriptFormat",
            "resource",
            "language",
            "class",
            "delegateExpression",
            "variableMappingClass",
            "variableMappingDelegateExpression");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        if (ELEMENTS.contains(element.getTagName())) {
            throw refused(element, element.getTagName());
        }
        for (var attribute : element.attributes()) {
            var name = attribute.substring(attribute.lastIndexOf(':') + 1);
            if (ATTRIBUTES.contains(name)) {
                throw refused(element, name);
            }
            if (element.getTagName().equals("serviceTask")
                    && name.equals("type")
                    && !"external".equals(element.attribute(attribute))) {
                throw refused(element, "type=" + element.attribute(attribute));
            }
        }
        element.elements().forEach(PlainModels::check);
    }

    private static BadUserRequestException refused(Element element, String what) {
        return new BadUserRequestException("Model ditolak: \"" + what + "\" pada elemen " + element.getTagName()
                + " (baris " + element.getLine()
                + ") menjalankan kode di luar aplikasi. Model hanya boleh memanggil metode bean *Process.");
    }
}
