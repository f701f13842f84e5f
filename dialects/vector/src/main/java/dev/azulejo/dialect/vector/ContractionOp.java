// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.ArrayAttribute;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.EnumWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Products of elements of two vectors, combined along the iterators that are reductions and with an
 * accumulator. The maps say which iterator each dimension of the three is.
 */
@OpDef(name = "vector.contract", customAssembly = true)
@Example(
    "%0 = vector.contract {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>,"
        + " affine_map<(i) -> ()>], iterator_types = [\"reduction\"], kind = #vector.kind<add>} %a,"
        + " %b, %c : vector<4xf32>, vector<4xf32> into f32")
public abstract sealed class ContractionOp extends Operation
    implements Pure, CustomAssembly, Maskable, Verified permits ContractionOpImpl {
  private static final Set<String> SPELT = Set.of("indexing_maps", "iterator_types", "kind");

  /** The first factors. */
  @Operand(AnyVector.class)
  public abstract Value lhs();

  /** The second factors. */
  @Operand(AnyVector.class)
  public abstract Value rhs();

  /** What the products are combined with. */
  @Operand(AnyType.class)
  public abstract Value acc();

  /** The combined products. */
  @Result(AnyType.class)
  public abstract OpResult result();

  /** Which iterator each dimension of the factors and of the accumulator is. */
  @Attr(value = ArrayAttribute.class, name = "indexing_maps")
  public abstract ArrayAttr indexingMaps();

  /** What each iterator is for. */
  @Attr(value = IteratorTypes.class, name = "iterator_types")
  public abstract ArrayAttr iteratorTypes();

  /** How products are combined. */
  @Attr(value = CombiningKindAttribute.class, name = "kind", defaultValue = "add")
  public abstract CombiningKindAttr kindAttribute();

  /** Makes one. */
  public static ContractionOp create(
      Inserter at,
      CombiningKind kind,
      Value lhs,
      Value rhs,
      Value acc,
      List<AffineMap> maps,
      List<IteratorType> iterators) {
    List<Attribute> mapAttributes = new ArrayList<>();
    for (AffineMap map : maps) {
      mapAttributes.add(AffineMapAttr.of(map));
    }
    List<Attribute> iteratorAttributes = new ArrayList<>();
    for (IteratorType iterator : iterators) {
      iteratorAttributes.add(new IteratorTypeAttr(iterator));
    }
    return ContractionOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .operand(acc)
        .result(acc.type())
        .attribute("indexing_maps", ArrayAttr.of(mapAttributes))
        .attribute("iterator_types", ArrayAttr.of(iteratorAttributes))
        .attribute("kind", new CombiningKindAttr(kind))
        .create();
  }

  /** How products are combined. */
  public CombiningKind kind() {
    return kindAttribute().value();
  }

  /** Which iterator each dimension of the factors and of the accumulator is. */
  public List<AffineMap> maps() {
    List<AffineMap> maps = new ArrayList<>();
    for (Attribute map : indexingMaps().elements()) {
      if (map instanceof AffineMapAttr attribute) {
        maps.add(attribute.value());
      }
    }
    return maps;
  }

  /** What each iterator is for. */
  public List<IteratorType> iterators() {
    List<IteratorType> iterators = new ArrayList<>();
    for (Attribute iterator : iteratorTypes().elements()) {
      iterators.add(((IteratorTypeAttr) iterator).value());
    }
    return iterators;
  }

  @Override
  public VectorType expectedMask() {
    return VectorType.of(extents(), IntegerType.I1);
  }

  static void parse(OpParser parser, OperationState state) {
    Location place = parser.location();
    if (!(parser.attribute() instanceof DictionaryAttr dictionary)) {
      throw parser.error(place, "expected a dictionary of maps and iterators");
    }
    for (NamedAttribute entry : dictionary.entries()) {
      boolean isIterators = entry.name().equals("iterator_types");
      state.attribute(
          entry.name(), isIterators ? iterators(parser, place, entry.value()) : entry.value());
    }
    Location operandsAt = parser.location();
    List<OpParser.Operand> operands = parser.operands();
    parser.attributeDictionary(state);
    parser.expect(":");
    List<Type> types = new ArrayList<>(parser.types());
    parser.expect("into");
    Type result = parser.type();
    types.add(result);
    for (Value value : parser.resolve(operands, types, operandsAt)) {
      state.operand(value);
    }
    state.result(result);
  }

  /** The text has the words of iterators as strings. */
  private static Attribute iterators(OpParser parser, Location place, Attribute written) {
    if (!(written instanceof ArrayAttr words)) {
      return written;
    }
    List<Attribute> iterators = new ArrayList<>();
    for (Attribute word : words.elements()) {
      iterators.add(word instanceof StringAttr text ? iterator(parser, place, text) : word);
    }
    return ArrayAttr.of(iterators);
  }

  private static Attribute iterator(OpParser parser, Location place, StringAttr word) {
    for (IteratorType type : IteratorType.values()) {
      if (EnumWords.of(type).equals(word.value())) {
        return new IteratorTypeAttr(type);
      }
    }
    throw parser.error(place, "unexpected iterator_type (%s)", word.value());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" {indexing_maps = ").attribute(indexingMaps());
    printer.text(", iterator_types = [");
    String separator = "";
    for (IteratorType iterator : iterators()) {
      printer.text(separator).string(EnumWords.of(iterator));
      separator = ", ";
    }
    printer.text("], kind = ").attribute(kindAttribute());
    printer.text("} ").operands(operands());
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(lhs().type()).text(", ").type(rhs().type());
    printer.text(" into ").type(result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = Contractions.problem(this);
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  /** How many iterations each iterator has. */
  private long[] extents() {
    long[] extents = new long[iteratorTypes().size()];
    Contractions.addExtents(maps().get(0), lhs().type(), extents);
    Contractions.addExtents(maps().get(1), rhs().type(), extents);
    return extents;
  }
}
