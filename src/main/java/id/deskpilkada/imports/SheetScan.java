package id.deskpilkada.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks through the XML of a sheet for what the cell reader does not tell: merged ranges, any data at all, and references that no sheet can hold. */
record SheetScan(List<String> mergedRanges, boolean hasData) {

    private static final XMLInputFactory FACTORY = factory();
    private static final int LAST_COLUMN_LETTERS = 3;
    private static final int LISTED = 10;

    static SheetScan of(InputStream part) throws XMLStreamException, IOException {
        try (part) {
            XMLStreamReader xml = open(part);
            List<String> merged = new ArrayList<>();
            boolean data = false;
            while (xml.hasNext()) {
                int event = xml.next();
                refuseDocumentType(event);
                if (event == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "c" -> refuseFarColumn(xml.getAttributeValue(null, "r"));
                        case "v", "is" -> data = true;
                        case "mergeCell" -> merged.add(xml.getAttributeValue(null, "ref"));
                        default -> {}
                    }
                }
            }
            return new SheetScan(merged.subList(0, Math.min(merged.size(), LISTED)), data);
        }
    }

    /** Whether a sheet holds any value; stops at the first. */
    static boolean hasData(InputStream part) throws XMLStreamException, IOException {
        try (part) {
            XMLStreamReader xml = open(part);
            while (xml.hasNext()) {
                int event = xml.next();
                refuseDocumentType(event);
                if (event == XMLStreamReader.START_ELEMENT && List.of("v", "is").contains(xml.getLocalName())) {
                    return true;
                }
            }
            return false;
        }
    }

    static XMLStreamReader open(InputStream part) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(part);
        }
    }

    private static void refuseDocumentType(int event) throws XMLStreamException {
        if (event == XMLStreamReader.DTD) {
            throw new XMLStreamException("a workbook has no document type");
        }
    }

    private static void refuseFarColumn(String reference) throws XMLStreamException {
        if (reference != null
                && reference.length() > LAST_COLUMN_LETTERS
                && Character.isLetter(reference.charAt(LAST_COLUMN_LETTERS))) {
            throw new XMLStreamException("no column " + reference);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
