export const Input = (props) => <input type="text" {...props} autoComplete="off" />;
