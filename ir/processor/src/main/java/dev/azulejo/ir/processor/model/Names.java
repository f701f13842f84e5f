// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;

/** The classes of the framework that generated code uses, by name. */
public final class Names {
  private static final String IR = "dev.azulejo.ir";

  /** What generated subclasses of operations end in. */
  public static final String GENERATED_SUFFIX = "Impl";

  /** The class of all operations. */
  public static final ClassName OPERATION = ClassName.get(IR, "Operation");

  /** A value. */
  public static final ClassName VALUE = ClassName.get(IR, "Value");

  /** The result of an operation. */
  public static final ClassName OP_RESULT = ClassName.get(IR, "OpResult");

  /** An attribute. */
  public static final ClassName ATTRIBUTE = ClassName.get(IR, "Attribute");

  /** A region. */
  public static final ClassName REGION = ClassName.get(IR, "Region");

  /** A block. */
  public static final ClassName BLOCK = ClassName.get(IR, "Block");

  /** The declaration at run time. */
  public static final ClassName OP_SCHEMA = ClassName.get(IR, "OpSchema");

  /** What makes an operation in its place. */
  public static final ClassName OP_BUILDER = ClassName.get(IR, "OpBuilder");

  /** A place in a block. */
  public static final ClassName INSERTER = ClassName.get(IR, "Inserter");

  /** How many values a group has, at run time. */
  public static final ClassName ARITY = ClassName.get(IR, "Arity");

  /** What a type must be. */
  public static final ClassName TYPE_CONSTRAINT = ClassName.get(IR, "TypeConstraint");

  /** What an attribute must be. */
  public static final ClassName ATTRIBUTE_CONSTRAINT = ClassName.get(IR, "AttributeConstraint");

  /** Finds a type from another. */
  public static final ClassName TYPE_FUNCTION = ClassName.get(IR, "TypeFunction");

  /** An operation with code for its custom form. */
  public static final ClassName CUSTOM_ASSEMBLY = ClassName.get(IR, "CustomAssembly");

  /** What reads a custom form. */
  public static final ClassName OP_PARSER = ClassName.get(IR, "OpParser");

  /** What an operation is made of, before it is made. */
  public static final ClassName OPERATION_STATE = ClassName.get(IR, "OperationState");

  /** A piece of a custom form, at run time. */
  public static final ClassName FORMAT_ELEMENT = ClassName.get(IR + ".format", "FormatElement");

  /** What an operation does to memory. */
  public static final ClassName EFFECTS = ClassName.get(IR + ".access", "Effects");

  /** A pass. */
  public static final ClassName PASS = ClassName.get(IR + ".pass", "Pass");

  /** What the registry knows of a pass. */
  public static final ClassName PASS_FACTORY = ClassName.get(IR + ".pass", "PassFactory");

  /** The declaration of an option, at run time. */
  public static final ClassName PASS_OPTION = ClassName.get(IR + ".pass", "PassOption");

  /** The values of options. */
  public static final ClassName PASS_OPTIONS = ClassName.get(IR + ".pass", "PassOptions");

  /** The mark of a Dagger module. */
  public static final ClassName DAGGER_MODULE = ClassName.get("dagger", "Module");

  /** The mark of a method that Dagger calls. */
  public static final ClassName DAGGER_PROVIDES = ClassName.get("dagger", "Provides");

  /** The mark of an entry of a map that Dagger makes. */
  public static final ClassName DAGGER_INTO_MAP = ClassName.get("dagger.multibindings", "IntoMap");

  /** The key of an entry of a map that Dagger makes. */
  public static final ClassName DAGGER_STRING_KEY =
      ClassName.get("dagger.multibindings", "StringKey");

  /** The mark of what may be null. */
  public static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  private Names() {}
}
