// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** As much of a {@code pom.xml} as the house's rules ask about. */
record Pom(Path path, String group, String artifact, List<Dependency> dependencies) {

  /**
   * One entry of a list of dependencies. Sorts by group and artifact, what only tests need last.
   */
  record Dependency(String group, String artifact, String type, String scope)
      implements Comparable<Dependency> {

    private static final Comparator<Dependency> ORDER =
        comparing((Dependency dependency) -> dependency.scope.equals("test"))
            .thenComparing(Dependency::group)
            .thenComparing(Dependency::artifact);

    /** False for what only tests see, and for what only orders the build. */
    boolean isForMain() {
      return !scope.equals("test") && !type.equals("pom");
    }

    @Override
    public String toString() {
      return group + ":" + artifact;
    }

    @Override
    public int compareTo(Dependency other) {
      return ORDER.compare(this, other);
    }
  }

  static Pom of(Path path) {
    Element project = parse(path);
    String group =
        text(project, "groupId")
            .or(() -> child(project, "parent").flatMap(parent -> text(parent, "groupId")))
            .orElse("");
    var dependencies = new ArrayList<Dependency>();
    child(project, "dependencies")
        .ifPresent(list -> children(list).forEach(entry -> dependencies.add(dependency(entry))));
    return new Pom(path, group, text(project, "artifactId").orElseThrow(), dependencies);
  }

  /** The folder of the main sources, which need not exist. */
  Path main() {
    return path.resolveSibling("src/main/java");
  }

  /** The dependencies with those that the parents hand down. */
  List<Dependency> allDependencies() {
    var all = new ArrayList<>(dependencies);
    if (!path.getParent().equals(SourceTree.ROOT)) {
      all.addAll(of(path.getParent().resolveSibling("pom.xml")).allDependencies());
    }
    return all;
  }

  private static Dependency dependency(Element entry) {
    return new Dependency(
        text(entry, "groupId").orElseThrow(),
        text(entry, "artifactId").orElseThrow(),
        text(entry, "type").orElse("jar"),
        text(entry, "scope").orElse("compile"));
  }

  private static Optional<String> text(Element parent, String tag) {
    return child(parent, tag).map(element -> element.getTextContent().strip());
  }

  private static Optional<Element> child(Element parent, String tag) {
    return children(parent).stream()
        .filter(element -> element.getTagName().equals(tag))
        .findFirst();
  }

  private static List<Element> children(Element parent) {
    var elements = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static Element parse(Path path) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(path.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
